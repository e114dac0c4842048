// What the dots of a QR code say (ISO/IEC 18004): placement, error correction, letters.

const QR_LEVELS = 'MLHQ'; // by the two bits that name them
// For each level and version 1 to 40: codewords of correction in a block, and number of blocks.
const QR_CORRECTION = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
    28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
  Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
    28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
  H: [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
    30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
};
const QR_BLOCKS = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
    8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
  Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
    23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68],
  H: [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
    25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81],
};
const QR_MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => (x * y) % 2 + (x * y) % 3,
  (x, y) => ((x * y) % 2 + (x * y) % 3) % 2, (x, y) => ((x + y) % 2 + (x * y) % 3) % 2,
];

function alignmentPlaces(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2, last = version * 4 + 10;
  const step = version === 32 ? 26 : Math.ceil((last - 6) / (count - 1) / 2) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - step * (count - 2 - at))];
}

// Which dots are not data: returns a function (x, y) of size × size dots.
function fixedDots(version) {
  const size = version * 4 + 17, fixed = new Uint8Array(size * size), places = alignmentPlaces(version);
  const fill = (x, y, width, height) => {
    for (let row = y; row < y + height; row += 1) fixed.fill(1, row * size + x, row * size + x + width);
  };
  fill(0, 0, 9, 9);
  fill(size - 8, 0, 8, 9);
  fill(0, size - 8, 9, 8);
  fill(6, 0, 1, size);
  fill(0, 6, size, 1);
  for (const x of places) for (const y of places) {
    const atFinder = (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6);
    if (!atFinder) fill(x - 2, y - 2, 5, 5);
  }
  if (version >= 7) { fill(size - 11, 0, 3, 6); fill(0, size - 11, 6, 3); }
  return (x, y) => fixed[y * size + x];
}

const bitCount = (number) => number.toString(2).replaceAll('0', '').length;

function formatOf(dot, size) {
  const around = [], along = [];
  for (let at = 0; at < 15; at += 1) {
    // The bits run down beside the first finder and on to its left; again beside the other two.
    around.push(at < 6 ? dot(8, at) : at < 8 ? dot(8, at + 1) : at === 8 ? dot(7, 8) : dot(14 - at, 8));
    along.push(at < 8 ? dot(size - 1 - at, 8) : dot(8, size - 15 + at));
  }
  let best = [4, 0];
  for (let word = 0; word < 32; word += 1) {
    let rest = word << 10;
    for (let bit = 14; bit >= 10; bit -= 1) if (rest >> bit & 1) rest ^= 0x537 << (bit - 10);
    const written = (word << 10 | rest) ^ 0x5412;
    for (const bits of [around, along]) {
      const read = bits.reduce((sum, bit, at) => sum | bit << at, 0);
      if (bitCount(read ^ written) < best[0]) best = [bitCount(read ^ written), word];
    }
  }
  if (best[0] > 3) refuse();
  return { level: QR_LEVELS[best[1] >> 3], mask: QR_MASKS[best[1] & 7] };
}

function codewords(dot, version, mask) {
  const size = version * 4 + 17, fixed = fixedDots(version), found = [];
  let bits = 0, count = 0, up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5; // the column of the clock
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed(x, y)) continue;
        bits = bits << 1 | (dot(x, y) ^ (mask(x, y) === 0 ? 1 : 0));
        count += 1;
        if (count % 8 === 0) { found.push(bits & 0xff); bits = 0; }
      }
    }
    up = !up;
  }
  return found;
}

const FIELD_POWERS = [1];
for (let at = 1; at < 255; at += 1) {
  const next = FIELD_POWERS[at - 1] << 1;
  FIELD_POWERS.push(next > 255 ? next ^ 0x11d : next);
}
const FIELD_LOGS = [];
FIELD_POWERS.forEach((value, at) => { FIELD_LOGS[value] = at; });
const product = (a, b) => (a && b ? FIELD_POWERS[(FIELD_LOGS[a] + FIELD_LOGS[b]) % 255] : 0);
const quotient = (a, b) => (a ? FIELD_POWERS[(FIELD_LOGS[a] + 255 - FIELD_LOGS[b]) % 255] : 0);
// The lowest coefficient comes first.
const valueAt = (polynomial, x) => polynomial.reduceRight((sum, each) => product(sum, x) ^ each, 0);

// Reed–Solomon: the block comes right, or it throws.
function corrected(block, checks) {
  const highFirst = [...block].reverse();
  const syndromes = Array.from({ length: checks }, (_, at) => valueAt(highFirst, FIELD_POWERS[at]));
  if (syndromes.every((each) => !each)) return block;
  let locator = [1], before = [1], length = 0, shift = 1, scale = 1;
  for (let at = 0; at < checks; at += 1) {
    let off = syndromes[at];
    for (let i = 1; i <= length; i += 1) off ^= product(locator[i] ?? 0, syndromes[at - i]);
    if (!off) { shift += 1; continue; }
    const factor = quotient(off, scale), next = [...locator];
    before.forEach((each, i) => { next[i + shift] = (next[i + shift] ?? 0) ^ product(factor, each); });
    for (let i = 0; i < next.length; i += 1) next[i] ??= 0;
    if (2 * length <= at) [before, length, scale, shift] = [locator, at + 1 - length, off, 1];
    else shift += 1;
    locator = next;
  }
  const evaluator = Array.from({ length: checks }, (_, at) => {
    let sum = 0;
    for (let i = 0; i <= at; i += 1) sum ^= product(locator[i] ?? 0, syndromes[at - i]);
    return sum;
  });
  const slope = locator.map((each, at) => (at % 2 ? each : 0)).slice(1);
  const right = [...block];
  let errors = 0;
  for (let place = 0; place < block.length; place += 1) {
    const inverse = FIELD_POWERS[(255 - place) % 255];
    if (valueAt(locator, inverse)) continue;
    errors += 1;
    const size = quotient(valueAt(evaluator, inverse), valueAt(slope, inverse) || refuse());
    right[block.length - 1 - place] ^= product(FIELD_POWERS[place], size);
  }
  if (errors !== length || 2 * errors > checks) refuse();
  return right;
}

function dataOf(words, version, level) {
  const checks = QR_CORRECTION[level][version - 1], count = QR_BLOCKS[level][version - 1];
  const short = Math.floor(words.length / count) - checks;
  const shortBlocks = count - words.length % count;
  const blocks = Array.from({ length: count }, () => []);
  let at = 0;
  for (let i = 0; i <= short; i += 1)
    for (let block = i < short ? 0 : shortBlocks; block < count; block += 1) blocks[block].push(words[at++]);
  for (let i = 0; i < checks; i += 1) for (const block of blocks) block.push(words[at++]);
  return blocks.flatMap((block) => corrected(block, checks).slice(0, -checks));
}

function lettersOf(bytes, version) {
  let at = 0;
  const size = version < 10 ? 0 : version < 27 ? 1 : 2;
  const take = (count) => {
    let value = 0;
    for (let i = 0; i < count; i += 1, at += 1) value = value * 2 + (bytes[at >> 3] >> (7 - at % 8) & 1);
    return at > bytes.length * 8 ? refuse() : value;
  };
  let written = '';
  while (bytes.length * 8 - at >= 4) {
    const mode = take(4);
    if (!mode) break;
    if (mode === 7) { take(take(1) ? 15 : 7); continue; } // what the bytes are coded in: UTF-8
    const count = take({ 1: [10, 12, 14], 2: [9, 11, 13], 4: [8, 16, 16] }[mode]?.[size] ?? refuse());
    if (mode === 4) written += utf8(Uint8Array.from({ length: count }, () => take(8)));
    else for (let rest = count; rest > 0; rest -= mode === 1 ? 3 : 2) {
      if (mode === 1) {
        const digits = Math.min(rest, 3);
        written += String(take([0, 4, 7, 10][digits])).padStart(digits, '0');
      } else if (rest === 1) written += LETTERS[take(6)];
      else { const pair = take(11); written += LETTERS[Math.floor(pair / 45)] + LETTERS[pair % 45]; }
    }
  }
  return written;
}

// Reads a code of this version, whose dots are told by a function (x, y); throws if it is none.
function readDots(dot, version) {
  const { level, mask } = formatOf(dot, version * 4 + 17);
  return lettersOf(dataOf(codewords(dot, version, mask), version, level), version);
}
