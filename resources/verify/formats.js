// How certificates are written: each format is read in the one form in which it is written, so
// that no altered bit can hide. Every function throws when it is handed something else.

const refuse = () => { throw new Error('unreadable'); };
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const utf8 = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const ofText = (text) => new TextEncoder().encode(text);
const same = (a, b) => hexOf(a) === hexOf(b);

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function base45(text) {
  const bytes = [];
  for (let at = 0; at < text.length; at += 3) {
    const values = [...text.slice(at, at + 3)].map((letter) => LETTERS.indexOf(letter));
    if (values.length < 2 || values.includes(-1)) refuse();
    const number = values[0] + 45 * values[1] + 2025 * (values[2] ?? 0);
    if (number > (values.length === 3 ? 0xffff : 0xff)) refuse();
    if (values.length === 3) bytes.push(number >> 8);
    bytes.push(number & 0xff);
  }
  return Uint8Array.from(bytes);
}

function base64url(text) {
  if (!/^[\w-]*$/.test(text)) refuse();
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const again = btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  if (again !== text) refuse();
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function base58(text) {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = 0n;
  for (const letter of text) {
    if (!letters.includes(letter)) refuse();
    number = number * 58n + BigInt(letters.indexOf(letter));
  }
  const hex = number.toString(16);
  return bytesOfHex(hex.length % 2 ? `0${hex}` : hex);
}

// CBOR: integers, bytes, text, lists, maps with integer keys (as Map) and tags (as {tag, item}).
function cbor(bytes) {
  let at = 0, items = 0;
  const take = (count) => {
    if (at + count > bytes.length) refuse();
    at += count;
    return bytes.subarray(at - count, at);
  };
  const head = () => {
    const [first] = take(1), kind = first >> 5, short = first & 31;
    if (short < 24) return [kind, short];
    if (short > 26) refuse(); // nothing in a token needs more than four bytes
    const value = take(2 ** (short - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
    if (value < [24, 0x100, 0x10000][short - 24]) refuse();
    return [kind, value];
  };
  const map = (count, depth) => {
    const found = new Map();
    let before = '';
    for (let i = 0; i < count; i += 1) {
      const start = at, key = item(depth), written = hexOf(bytes.subarray(start, at));
      if (!Number.isInteger(key) || written <= before) refuse();
      before = written;
      found.set(key, item(depth));
    }
    return found;
  };
  const item = (depth) => {
    items += 1;
    if (!depth || items > 500) refuse();
    const [kind, number] = head();
    if (kind === 0) return number;
    if (kind === 1) return -1 - number;
    if (kind === 2) return take(number);
    if (kind === 3) return utf8(take(number));
    if (kind === 6) return { tag: number, item: item(depth - 1) };
    if (kind > 6 || number > 500) refuse();
    if (kind === 5) return map(number, depth - 1);
    return Array.from({ length: number }, () => item(depth - 1));
  };
  const whole = item(6);
  if (at !== bytes.length) refuse();
  return whole;
}

function cborHead(kind, number) {
  if (number < 24) return [kind << 5 | number];
  if (number < 0x100) return [kind << 5 | 24, number];
  return [kind << 5 | 25, number >> 8, number & 0xff];
}

const cborBytes = (bytes) => joined(cborHead(2, bytes.length), bytes);

// DER: one value is {tag, content, whole}.
function derFirst(bytes) {
  let length = bytes[1], start = 2;
  if (bytes.length < 2 || (bytes[0] & 31) === 31) refuse();
  if (length >= 0x80) {
    const digits = bytes.subarray(2, 2 + length - 0x80);
    start += digits.length;
    if (digits.length !== length - 0x80 || digits.length > 4 || !digits[0]) refuse();
    length = digits.reduce((sum, byte) => sum * 256 + byte, 0);
    if (length < 0x80) refuse();
  }
  const end = start + length;
  if (end > bytes.length) refuse();
  const node = { tag: bytes[0], content: bytes.subarray(start, end), whole: bytes.subarray(0, end) };
  return [node, bytes.subarray(end)];
}

function derParts(bytes, ...tags) {
  const found = [];
  for (let rest = bytes; rest.length;) {
    const [node, after] = derFirst(rest);
    found.push(node);
    rest = after;
  }
  if (tags.length && String(found.map((node) => node.tag)) !== String(tags)) refuse();
  return found;
}

function der(tag, ...parts) {
  const content = joined(...parts), digits = [];
  if (content.length < 0x80) return joined([tag, content.length], content);
  for (let length = content.length; length; length = Math.floor(length / 256))
    digits.unshift(length % 256);
  return joined([tag, 0x80 | digits.length, ...digits], content);
}

async function inflated(bytes, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(...parts);
    parts.push(value);
    length += value.length;
    if (length > most) { reader.cancel(); refuse(); }
  }
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
