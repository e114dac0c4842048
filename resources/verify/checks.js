// What is proven about a certificate that somebody shows. The same steps in the same order as in
// the application, so that both say the same; the words come with the page.

const known = { cards: [], lists: new Map() };
const MOST_DAYS = 2932896, LONGEST_TEXT = 500;

const shownKey = (fingerprint) => fingerprint.slice(0, 32).toUpperCase().match(/.{1,4}/g).join(' ');
const check = (what, ok, word, values = {}) => ({ what, ok, word, values });
const unproven = (word, values = {}) => ({ word, values });
const said = (verdict, checks, more = {}) => ({ verdict, checks, unproven: [], ...more });
const nothing = (word) => said('not-a-certificate', [check('form', false, word)]);
const altered = (word, what = 'form', values = {}) => said('altered', [check(what, false, word, values)]);

const text = (value) => (typeof value === 'string' && [...value].length <= LONGEST_TEXT ? value : refuse());
const whole = (value, most) => (Number.isInteger(value) && value >= 0 && value <= most ? value : refuse());
const day = (days) => new Date(whole(days, MOST_DAYS) * 864e5).toISOString().slice(0, 10);
const amount = (hundredths) => (whole(hundredths, 1e9) / 100).toFixed(2).replace(/\.?0+$/, '');
const covers = (term, date) => term.since <= date && (!term.until || date <= term.until);

function claimsOf(numbered) {
  const first = numbered.get(4), days = numbered.get(5) ?? 0;
  return {
    number: text(numbered.get(1)), name: text(numbered.get(2)), title: text(numbered.get(3)),
    first: day(first), last: day(first + whole(days, MOST_DAYS)), issued: day(numbered.get(7)),
    credit: (numbered.get(6) ?? []).map(([hundredths, kind]) => `${amount(hundredths)} ${text(kind)}`),
  };
}

function badgeClaims(fields) {
  const subject = fields.credentialSubject, achievement = subject.achievement;
  const kinds = achievement.resultDescription ?? [], results = subject.result ?? [];
  if (kinds.length !== results.length) refuse();
  const named = subject.identifier.filter((each) => each.hashed === false);
  const date = (moment) => (/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(moment) ? moment.slice(0, 10) : refuse());
  return {
    number: text(subject.licenseNumber), name: text(named[0].identityHash), title: text(achievement.name),
    first: date(subject.activityStartDate), last: date(subject.activityEndDate), issued: date(fields.validFrom),
    credit: kinds.map((kind, at) => `${amount(Math.round(results[at].value * 100))} ${text(kind.name)}`),
  };
}

const json = (packed) => JSON.parse(utf8(base64url(packed)));

// Issuer cards and status lists: {payload, signatures: [{protected, signature}]}.
async function readDocument(bytes, kind) {
  const { payload, signatures } = JSON.parse(utf8(bytes));
  const signed = async (key) => {
    for (const each of signatures) {
      const header = json(each.protected), over = ofText(`${each.protected}.${payload}`);
      if (header.alg === 'EdDSA' && header.typ === kind && header.kid === key.fingerprint)
        return isSigned(bytesOfHex(key.public), base64url(each.signature), over);
    }
    return false;
  };
  return { fields: json(payload), signed };
}

async function learnCard(bytes) {
  const { fields, signed } = await readDocument(bytes, 'cpd-issuer+json');
  if (fields.type !== 'cpd-issuer' || fields.version !== 1 || !fields.keys.length) refuse();
  for (const key of fields.keys) {
    key.fingerprint = hexOf(await digest('SHA-256', bytesOfHex(key.public)));
    if (!(await signed(key))) refuse();
  }
  const card = { ...fields, fingerprint: fields.keys[0].fingerprint };
  known.cards = known.cards.filter((each) => !card.keys.some((key) => key.fingerprint === each.fingerprint));
  known.cards.push(card);
  return card;
}

async function learnList(bytes) {
  const { fields, signed } = await readDocument(bytes, 'cpd-status+json');
  if (fields.type !== 'cpd-status' || fields.version !== 1) refuse();
  for (const card of known.cards)
    for (const key of card.keys)
      if (covers(key, fields.dated.slice(0, 10)) && (await signed(key))) {
        const before = known.lists.get(card.fingerprint);
        if (!before || before.dated <= fields.dated) known.lists.set(card.fingerprint, fields);
        return card;
      }
  return refuse();
}

function* knownKeys() {
  for (const card of known.cards) for (const key of card.keys) yield { card, key };
}

async function readToken(shown) {
  const bytes = shown.startsWith('CPD1:') ? base45(shown.slice(5)) : base64url(shown.split('#')[1] ?? refuse());
  const { tag, item } = cbor(bytes);
  const [protectedHeader, open, payload, signature] = item;
  const header = cbor(protectedHeader), keyId = header.get(4);
  if (tag !== 18 || item.length !== 4 || open.size || header.size !== 2) refuse();
  if (header.get(1) !== -8 || keyId.length !== 8 || signature.length !== 64) refuse();
  const over = joined([0x84, 0x6a], ofText('Signature1'), cborBytes(protectedHeader), [0x40], cborBytes(payload));
  return { claims: claimsOf(cbor(payload)), keyId: hexOf(keyId), signature, over };
}

async function foundInToken(shown) {
  const token = await readToken(shown);
  const candidates = [...knownKeys()].filter(({ key }) => key.fingerprint.startsWith(token.keyId));
  for (const { card, key } of candidates)
    if (await isSigned(bytesOfHex(key.public), token.signature, token.over))
      return {
        claims: token.claims, fingerprint: key.fingerprint, card, key, unproven: [unproven('NOT_COMPARED')],
        checks: [check('signature', true, 'SIGNED', { key: shownKey(key.fingerprint) })],
      };
  if (candidates.length) return altered('NOT_SIGNED', 'signature', { key: shownKey(token.keyId) });
  return { claims: token.claims, fingerprint: token.keyId, checks: [], unproven: [unproven('NEEDS_CARD')] };
}

async function foundInBadge(shown) {
  const [header, payload, signature, more] = shown.split('.');
  const fields = json(payload), did = fields.issuer.id, claims = badgeClaims(fields);
  const named = base58(did.startsWith('did:key:z') ? did.slice(9) : refuse());
  if (more !== undefined || json(header).alg !== 'EdDSA' || fields.iss !== did) refuse();
  if (named.length !== 34 || named[0] !== 0xed || named[1] !== 1) refuse();
  if (!fields.type.includes('OpenBadgeCredential')) refuse();
  const publicKey = named.subarray(2), fingerprint = hexOf(await digest('SHA-256', publicKey));
  const values = { key: shownKey(fingerprint) };
  if (!(await isSigned(publicKey, base64url(signature), ofText(`${header}.${payload}`))))
    return altered('NOT_SIGNED', 'signature', values);
  const found = { claims, fingerprint, checks: [check('signature', true, 'SIGNED', values)], unproven: [] };
  for (const { card, key } of knownKeys())
    if (key.public === hexOf(publicKey)) return { ...found, card, key };
  return { ...found, unproven: [unproven('CALLS_ITSELF', { issuer: text(fields.issuer.name) })] };
}

function settled(found) {
  if (found.verdict) return found;
  const { claims, card, fingerprint } = found;
  if (!card)
    return said('unknown-issuer', [...found.checks, check('issuer', false, 'UNKNOWN', { key: shownKey(fingerprint) })],
      { claims, fingerprint, unproven: found.unproven });
  if (!covers(found.key, claims.issued)) {
    const isEarly = claims.issued < found.key.since;
    const values = { issuer: card.name, day: isEarly ? found.key.since : found.key.until };
    const out = check('issuer', false, isEarly ? 'BEGAN' : 'ENDED', values);
    return said('unknown-issuer', [...found.checks, out], { claims, fingerprint });
  }
  const checks = [...found.checks, check('issuer', true, 'KNOWN', { issuer: card.name })];
  const open = [...found.unproven, unproven('WHO_SHOWS_IT', { name: claims.name })];
  const answer = { claims, fingerprint, issuer: card.name };
  const list = known.lists.get(card.fingerprint);
  if (!list) return said('valid', checks, { ...answer, unproven: [unproven('NO_LIST'), ...open] });
  const date = `${list.dated.slice(0, 16).replace('T', ' ')} UTC`;
  const ending = Object.hasOwn(list.ended, claims.number) ? list.ended[claims.number] : null;
  const values = { date, issuer: card.name, number: ending?.[1] ?? '' };
  if (!ending)
    return said('valid', [...checks, check('status', true, 'COUNTS', values)],
      { ...answer, unproven: [unproven('LATER', { date }), ...open] });
  const word = ending[0] === 'revoked' ? 'REVOKED' : 'REPLACED';
  return said(ending[0], [...checks, check('status', false, word, values)],
    { ...answer, unproven: open, replacedBy: ending[1] });
}

async function bound(found, message) {
  if (found.verdict) return found;
  const checks = [check('pdf signature', true, 'PDF_UNTOUCHED'), ...found.checks];
  if (!found.card) return { ...found, checks };
  const leaf = hexOf(await digest('SHA-256', message.chain[0]));
  const certificate = found.card.pdf.find((each) => each.sha256 === leaf);
  // Both keys had to be in use: what is said in the end goes by the one that was not.
  if (certificate)
    return {
      ...found, key: covers(certificate, found.claims.issued) ? found.key : certificate,
      checks: [...checks, check('badge', true, 'SAME_ISSUER')],
    };
  checks.push(check('badge', false, 'OTHER_ISSUER'));
  if (known.cards.some((card) => card.pdf.some((each) => each.sha256 === leaf))) return said('altered', checks);
  return said('unknown-issuer', [...checks, check('issuer', false, 'UNKNOWN', { key: shownKey(leaf) })],
    { fingerprint: leaf });
}

async function verifyPdf(shown) {
  if (!globalThis.crypto?.subtle || !globalThis.DecompressionStream)
    return said('unchecked', [check('pdf signature', false, 'CANNOT_CHECK_PDF')]);
  const parts = [];
  for (let at = 0; at < shown.length; at += 32768)
    parts.push(String.fromCharCode(...shown.subarray(at, at + 32768)));
  const copy = parts.join('');
  let length = 0;
  try { length = issuedLength(copy); } catch { return altered('STAMP_WRONG', 'time stamp'); }
  const found = await verifyIssued(shown.subarray(0, length), copy.slice(0, length));
  if (length === copy.length || !found.claims) return found;
  return { ...found, unproven: [...found.unproven, unproven('STAMP_UNREAD')] };
}

async function verifyIssued(bytes, letters) {
  const badges = await badgesIn(bytes, letters);
  let signature = null;
  try { signature = await signatureIn(bytes, letters); } catch { /* told below */ }
  if (!signature) return badges.length ? altered('PDF_UNSIGNED', 'pdf signature') : nothing('NO_CERTIFICATE');
  if (!signature.covers) return altered('PDF_CHANGED', 'pdf signature');
  if (!(await isSignedMessage(signature.message).catch(() => false))) return altered('PDF_CHANGED', 'pdf signature');
  if (badges.length !== 1) return nothing('NO_BADGE');
  try {
    return settled(await bound(await foundInBadge(badges[0]), signature.message));
  } catch {
    return altered('DAMAGED', 'badge');
  }
}

function badgeInPicture(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), found = [];
  for (let at = 8, kind = ''; kind !== 'IEND';) {
    const length = view.getUint32(at), body = bytes.subarray(at + 4, at + 8 + length);
    if (view.getUint32(at + 8 + length) !== crc32(body)) refuse();
    kind = String.fromCharCode(...body.subarray(0, 4));
    const entry = kind === 'iTXt' && length < 70000 ? String.fromCharCode(...body.subarray(4)) : '';
    if (entry.startsWith('openbadgecredential\0\0\0\0\0')) found.push(entry.slice(24));
    at += 12 + length;
    if (kind === 'IEND' && at !== bytes.length) refuse();
  }
  if (found.length > 1) refuse();
  return found[0] ?? null;
}

async function verifyText(shown) {
  const trimmed = shown.trim();
  try {
    const isToken = trimmed.startsWith('CPD1:') || trimmed.includes('#');
    return settled(await (isToken ? foundInToken(trimmed) : foundInBadge(trimmed)));
  } catch {
    return /^(CPD1:|eyJ)/.test(shown) ? altered('DAMAGED') : nothing('NO_CERTIFICATE');
  }
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const begins = (bytes, magic) => magic.every((byte, at) => bytes[at] === byte);

async function verify(bytes) {
  if (bytes.length > 64 << 20) return nothing('TOO_LARGE');
  if (begins(bytes, PDF)) return verifyPdf(bytes);
  if (begins(bytes, PNG)) {
    try {
      const badge = badgeInPicture(bytes);
      return badge === null ? nothing('NO_CERTIFICATE') : settled(await foundInBadge(badge));
    } catch {
      return altered('DAMAGED');
    }
  }
  if (bytes.length > 100000) return nothing('NO_CERTIFICATE');
  try { return await verifyText(utf8(bytes)); } catch { return nothing('NO_CERTIFICATE'); }
}
