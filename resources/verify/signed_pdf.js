// The signature in a PDF file and the badges attached to it, found without parsing the file.

const OIDS = {
  data: '06092a864886f70d010701', signedData: '06092a864886f70d010702',
  contentType: '06092a864886f70d010903', digest: '06092a864886f70d010904',
  certificates: '060b2a864886f70d010910022f', sha256: '300b0609608648016503040201',
  ecdsa: '300a06082a8648ce3d040302', rsa: '300d06092a864886f70d01010b0500',
};
const CURVES = {
  '06082a8648ce3d030107': ['P-256', 32], '06052b81040022': ['P-384', 48], '06052b81040023': ['P-521', 66],
};
const oid = (name) => bytesOfHex(OIDS[name]);
const byBytes = (a, b) => (hexOf(a) < hexOf(b) ? -1 : 1);

function certificateFields(certificate) {
  const [signed] = derParts(derParts(certificate, 0x30)[0].content);
  const fields = derParts(signed.content);
  return fields[0].tag === 0xa0 ? fields.slice(1) : fields;
}

async function attributesOf(chain, made) {
  const hashes = [];
  for (const each of chain) hashes.push(der(0x30, der(4, await digest('SHA-256', each))));
  return der(0x31, ...[
    der(0x30, oid('contentType'), der(0x31, oid('data'))),
    der(0x30, oid('digest'), der(0x31, der(4, made))),
    der(0x30, oid('certificates'), der(0x31, der(0x30, der(0x30, ...hashes)))),
  ].sort(byBytes));
}

// The message in the one form in which it is written; compared with the one that was found.
function messageAround(chain, algorithm, attributes, signature) {
  const [serial, , issuer] = certificateFields(chain[0]), one = bytesOfHex('020101');
  const signer = der(0x30, one, der(0x30, issuer.whole, serial.whole), oid('sha256'),
    joined([0xa0], attributes.subarray(1)), algorithm, der(4, signature));
  const signed = der(0x30, one, der(0x31, oid('sha256')), der(0x30, oid('data')),
    der(0xa0, ...[...chain].sort(byBytes)), der(0x31, signer));
  return der(0x30, oid('signedData'), der(0xa0, signed));
}

async function readMessage(bytes) {
  const [, outer] = derParts(derParts(bytes, 0x30)[0].content, 6, 0xa0);
  const [whole] = derParts(outer.content, 0x30);
  const [, , , carried, signers] = derParts(whole.content, 2, 0x31, 0x30, 0xa0, 0x31);
  const [signer] = derParts(signers.content, 0x30);
  const [, , , stated, algorithm, signature] = derParts(signer.content, 2, 0x30, 0x30, 0xa0, 0x30, 4);
  const attributes = new Map();
  for (const each of derParts(stated.content)) {
    const [kind, values] = derParts(each.content, 6, 0x31);
    attributes.set(hexOf(kind.whole), derParts(values.content)[0]);
  }
  const listed = derParts(attributes.get(OIDS.certificates).content, 0x30)[0];
  const byHash = new Map();
  for (const each of derParts(carried.content))
    byHash.set(hexOf(await digest('SHA-256', each.whole)), each.whole);
  const chain = derParts(listed.content).map(
    (each) => byHash.get(hexOf(derParts(each.content, 4)[0].content)) ?? refuse());
  const made = attributes.get(OIDS.digest).content;
  const signed = await attributesOf(chain, made);
  if (chain.length !== byHash.size || attributes.size !== 3) refuse();
  if (!same(messageAround(chain, algorithm.whole, signed, signature.content), bytes)) refuse();
  return { chain, digest: made, signed, algorithm: hexOf(algorithm.whole), signature: signature.content };
}

async function isSignedMessage(message) {
  const key = certificateFields(message.chain[0])[5].whole;
  if (message.algorithm === OIDS.rsa) {
    const kind = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('spki', key, kind, false, ['verify']);
    return crypto.subtle.verify(kind, imported, message.signature, message.signed);
  }
  if (message.algorithm !== OIDS.ecdsa) return false;
  const [, curve] = derParts(derParts(derParts(key, 0x30)[0].content)[0].content, 6, 6);
  const [namedCurve, size] = CURVES[hexOf(curve.whole)] ?? refuse();
  const numbers = derParts(derParts(message.signature, 0x30)[0].content, 2, 2).map(({ content }) => {
    const digits = hexOf(content).replace(/^(00)+/, '');
    if (digits.length > 2 * size) refuse();
    return bytesOfHex(digits.padStart(2 * size, '0'));
  });
  const imported = await crypto.subtle.importKey('spki', key, { name: 'ECDSA', namedCurve }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, joined(...numbers), message.signed);
}

const PLACE = /\/ByteRange\[0{1,10} (\d{10}) (\d{10}) (\d{10})\]\/Contents</g;

// Returns the one signature of our form, or null; throws if one is there but cannot be read.
async function signatureIn(pdf, letters) {
  const places = [...letters.matchAll(PLACE)];
  if (!places.length) return null;
  if (places.length > 1) refuse();
  const opening = places[0].index + places[0][0].length - 1;
  const [stated, closing, tail] = places[0].slice(1).map(Number);
  const digits = letters.slice(opening + 1, closing - 1);
  if (stated !== opening || digits.length > 200000 || !/^([0-9a-f]{2})+$/.test(digits)) refuse();
  const [found, padding] = derFirst(bytesOfHex(digits));
  if (padding.some((byte) => byte)) refuse();
  const message = await readMessage(found.whole);
  const hashed = await digest('SHA-256', joined(pdf.subarray(0, opening), pdf.subarray(closing)));
  const ends = closing + tail === pdf.length && letters[closing - 1] === '>';
  return { message, covers: ends && same(hashed, message.digest) };
}

async function badgesIn(pdf, letters) {
  const found = [];
  for (const place of [...letters.matchAll(/\/EmbeddedFile\b/g)].slice(0, 20)) {
    const after = place.index + place[0].length;
    const start = after + letters.slice(after, after + 600).indexOf('stream');
    const length = letters.slice(start, start + 128000).indexOf('endstream');
    if (start < after || length < 0) continue;
    const begins = Math.max(letters.lastIndexOf('obj', place.index), place.index - 600);
    const dictionary = letters.slice(begins, start);
    let text = letters.slice(start + 6, start + length);
    if (dictionary.includes('/FlateDecode')) {
      const stated = /\/Length (\d{1,6})\b/.exec(dictionary);
      const from = start + 6 + /^[\r\n]*/.exec(text)[0].length;
      const packed = pdf.subarray(from, stated ? from + Number(stated[1]) : start + length);
      try { text = utf8(await inflated(packed, 64000)); } catch { text = ''; }
    }
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text.trim())) found.push(text.trim());
  }
  return found;
}
