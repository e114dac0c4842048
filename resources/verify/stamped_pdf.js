// A copy of a certificate with a time stamp after it: split, built again from its parts, compared.
// The stamp itself is not checked here: their makers sign in more ways than a browser knows.

const STAMP = '/Type/DocTimeStamp/', ROOM = 15000;
const TRAILER = /trailer\n<<\/Size (\d{1,7})(\/Root (\d{1,7}) 0 R[^\n]{0,300})>>\nstartxref\n(\d{1,10})\n%%EOF\n$/;
const FORM = /\/AcroForm<<\/Fields\[(\d{1,7} 0 R)\]\/SigFlags 3>>/g;
const tenDigits = (number) => String(number).padStart(10, '0');

// What stands before and after the room for a stamp.
function roomForStamp(issued) {
  const [, stated, rest, rootNumber, tableAt] = TRAILER.exec(issued) ?? refuse();
  const [size, root, table] = [stated, rootNumber, tableAt].map(Number);
  const row = table + `xref\n0 ${size}\n`.length + 20 * root, head = `${root} 0 obj\n`;
  const start = Number(issued.slice(row, row + 10)), end = issued.indexOf('\nendobj\n', start);
  if (root >= size || end < 0 || !issued.startsWith(head, start)) refuse();
  const catalog = issued.slice(start + head.length, end);
  if ([...catalog.matchAll(FORM)].length !== 1) refuse();
  let before = issued;
  const places = [];
  const add = (number, body) => {
    places.push(`${tenDigits(before.length)} 00000 n \n`);
    before += `${number} 0 obj\n${body}`;
  };
  add(root, `${catalog.replace(FORM, `/AcroForm<</Fields[$1 ${size} 0 R]/SigFlags 3>>`)}\nendobj\n`);
  add(size, '<</Type/Annot/Subtype/Widget/FT/Sig/T(Time stamp)/TU(Time stamp)/Rect[0 0 0 0]/F 132'
    + `/V ${size + 1} 0 R>>\nendobj\n`);
  add(size + 1, `<<${STAMP}Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/ByteRange`);
  const opening = before.length + '[ ]/Contents'.length + 42, closing = opening + 2 * ROOM + 2;
  const ended = '>>\nendobj\n';
  const after = `${ended}xref\n${root} 1\n${places[0]}${size} 2\n${places[1]}${places[2]}trailer\n`
    + `<</Size ${size + 2}${rest}/Prev ${table}>>\nstartxref\n${closing + ended.length}\n%%EOF\n`;
  const ranges = [0, opening, closing, after.length].map(tenDigits).join(' ');
  return [`${before}[${ranges}]/Contents`, after];
}

// The length of the file as it was issued; throws if what is after it is not a stamp of our form.
function issuedLength(letters) {
  const place = letters.lastIndexOf(STAMP);
  if (place < 0) return letters.length;
  const issued = letters.slice(0, letters.lastIndexOf('%%EOF\n', place) + 6);
  const [before, after] = roomForStamp(issued);
  const digits = letters.slice(before.length + 1, before.length + 1 + 2 * ROOM);
  if (!/^([0-9a-f]{2})+$/.test(digits)) refuse();
  const token = hexOf(derFirst(bytesOfHex(digits))[0].whole);
  if (`${before}<${token.padEnd(2 * ROOM, '0')}>${after}` !== letters) refuse();
  return issued.length;
}
