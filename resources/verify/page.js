// The page itself: takes what is pasted, dropped, chosen or seen, and shows what is proven.

const data = JSON.parse(document.getElementById('data').textContent);
const $ = (id) => document.getElementById(id);
const filled = (word, values = {}) =>
  data.words[word].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

function line(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

function marked(mark, spoken, words) {
  const sign = line('b', mark);
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', spoken);
  return line('li', sign, words);
}

function show(found) {
  const { claims } = found, box = $('answer');
  box.dataset.verdict = found.verdict;
  $('verdict').textContent = filled(`VERDICT_${found.verdict.toUpperCase().replace(/-/g, '_')}`);
  $('meaning').textContent = filled(`MEANS_${found.verdict.toUpperCase().replace(/-/g, '_')}`);
  const dates = claims && (claims.first === claims.last ? claims.first : `${claims.first} – ${claims.last}`);
  const rows = claims ? [
    ['NAME', claims.name], ['EVENT', claims.title], ['DATE', dates], ['CREDIT', claims.credit.join(', ')],
    ['ISSUER', found.issuer], ['NUMBER', claims.number], ['ISSUED', claims.issued],
    ['REPLACED_BY', found.replacedBy],
  ].filter(([, value]) => value) : [];
  $('claims').replaceChildren(...rows.flatMap(([name, value]) => [line('dt', filled(name)), line('dd', value)]));
  $('checks').replaceChildren(...found.checks.map(({ ok, word, values }) =>
    marked(ok ? '✓' : '✗', filled(ok ? 'YES' : 'NO'), filled(word, values))));
  $('unproven').replaceChildren(...found.unproven.map(({ word, values }) =>
    marked('?', filled('OPEN'), filled(word, values))));
  $('open').hidden = !found.unproven.length;
  box.hidden = false;
  $('working').textContent = '';
  box.focus();
}

function tell(word, values) {
  $('answer').hidden = true;
  $('working').textContent = filled(word, values);
}

function showKnown() {
  $('known').replaceChildren(...known.cards.map((card) => {
    const list = known.lists.get(card.fingerprint);
    const dated = list
      ? filled('LIST_DATED', { date: `${list.dated.slice(0, 16).replace('T', ' ')} UTC` })
      : filled('LIST_NONE');
    const name = line('strong', card.name);
    return line('li', name, card.address ? `, ${card.address}` : '', line('code', shownKey(card.fingerprint)), dated);
  }));
  if (!known.cards.length) $('known').replaceChildren(line('li', filled('NOBODY')));
}

// A card or a list may be given instead of a certificate; returns whether it was one.
async function learnt(bytes) {
  if (bytes[0] !== 0x7b) return false;
  for (const [learn, word] of [[learnCard, 'CARD_ADDED'], [learnList, 'LIST_ADDED']]) {
    try {
      const card = await learn(bytes);
      showKnown();
      tell(word, { issuer: card.name, key: shownKey(card.fingerprint) });
      return true;
    } catch { /* the other kind, or none */ }
  }
  tell('NEITHER');
  return true;
}

let turn = 0;
async function ask(bytes) {
  const mine = turn += 1;
  tell('WORKING');
  if (await learnt(bytes)) return;
  let found = await verify(bytes);
  if (found.verdict === 'not-a-certificate') {
    const seen = await codeIn(bytes);
    if (seen) found = await verify(ofText(seen));
  }
  if (mine === turn) show(found);
}

const MOST_PIXELS = 60e6;

// The browser's own reader where there is one, else ours.
async function codeIn(bytes) {
  let picture;
  try { picture = await createImageBitmap(new Blob([bytes])); } catch { return null; }
  if (picture.width * picture.height > MOST_PIXELS) return null;
  const [code] = (await detector?.detect(picture).catch(() => [])) ?? [];
  const natural = Math.max(picture.width, picture.height);
  const sizes = [Math.min(natural, 2000), natural <= 1200 ? 2 * natural : 1200, 800];
  return code?.rawValue ?? textInDrawing(picture, picture.width, picture.height, sizes);
}

const askFile = async (file) => {
  if (!file) return;
  if (file.size > 64 << 20) show(nothing('TOO_LARGE'));
  else await ask(new Uint8Array(await file.arrayBuffer()));
};

let stream = null;
function stopCamera() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
  $('seeing').hidden = true;
}

async function startCamera() {
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    tell('CAMERA_REFUSED');
    return;
  }
  const seen = $('picture');
  $('seeing').hidden = false;
  seen.srcObject = stream;
  await seen.play();
  $('stop').focus();
  while (stream) {
    const [code] = (await detector?.detect(seen).catch(() => [])) ?? [];
    const found = code?.rawValue ?? textInDrawing(seen, seen.videoWidth, seen.videoHeight, [seen.videoWidth]);
    if (found && stream) {
      stopCamera();
      await ask(ofText(found));
    }
    await new Promise((next) => { setTimeout(next, 150); });
  }
}

let detector = null;
async function findDetector() {
  if (!('BarcodeDetector' in globalThis)) return;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (formats.includes('qr_code')) detector = new BarcodeDetector({ formats: ['qr_code'] });
}

async function begin() {
  for (const card of data.cards) await learnCard(ofText(card));
  for (const list of data.lists) await learnList(ofText(list));
  showKnown();
  $('ask').addEventListener('submit', (event) => { event.preventDefault(); ask(ofText($('shown').value)); });
  $('file').addEventListener('change', () => { askFile($('file').files[0]); $('file').value = ''; });
  $('camera').addEventListener('click', startCamera);
  $('stop').addEventListener('click', () => { stopCamera(); $('camera').focus(); });
  for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'])
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      $('ask').classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
      if (kind === 'drop') askFile(event.dataTransfer.files[0]);
    });
  await findDetector();
  $('camera').hidden = !navigator.mediaDevices;
  const fromAddress = () => { if (location.hash.length > 1) ask(ofText(location.hash)); };
  addEventListener('hashchange', fromAddress);
  fromAddress();
  document.documentElement.dataset.ready = 'yes';
}

begin();
