// Ed25519 signatures (RFC 8032): by the browser where it can, else by the arithmetic below.
// Only verification: nothing here is secret, so nothing here needs to take constant time.

const PRIME = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (x, by = PRIME) => ((x % by) + by) % by;

function power(base, exponent) {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = mod(result * b);
    b = mod(b * b);
  }
  return result;
}

const CURVE_D = mod(-121665n * power(121666n, PRIME - 2n));
const ROOT_OF_MINUS_1 = power(2n, (PRIME - 1n) / 4n);

// A point is [X, Y, Z, T] with x = X / Z, y = Y / Z and x y = T / Z.
const NEUTRAL = [0n, 1n, 1n, 0n];

function sum([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * t2 * CURVE_D), d = mod(2n * z1 * z2);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(point, factor) {
  let result = NEUTRAL;
  for (let p = point, n = factor; n > 0n; n >>= 1n) {
    if (n & 1n) result = sum(result, p);
    p = sum(p, p);
  }
  return result;
}

const littleEndian = (bytes) => BigInt(`0x${hexOf(Uint8Array.from(bytes).reverse())}`);

function pointOf(bytes) {
  const whole = littleEndian(bytes), sign = whole >> 255n, y = whole & (2n ** 255n - 1n);
  if (bytes.length !== 32 || y >= PRIME) throw new Error('no point');
  const u = mod(y * y - 1n), v = mod(CURVE_D * y * y + 1n);
  let x = mod(u * v ** 3n * power(u * v ** 7n, (PRIME - 5n) / 8n));
  if (mod(v * x * x) === mod(-u)) x = mod(x * ROOT_OF_MINUS_1);
  if (mod(v * x * x) !== u || (x === 0n && sign)) throw new Error('no point');
  if ((x & 1n) !== sign) x = PRIME - x;
  return [x, y, 1n, mod(x * y)];
}

function bytesOf([x, y, z]) {
  const inverse = power(z, PRIME - 2n), flatX = mod(x * inverse), flatY = mod(y * inverse);
  const whole = flatY | ((flatX & 1n) << 255n);
  return bytesOfHex(whole.toString(16).padStart(64, '0')).reverse();
}

const GENERATOR = pointOf(bytesOfHex(`58${'66'.repeat(31)}`));

async function isSignedHere(key, signature, message) {
  try {
    const s = littleEndian(signature.subarray(32)), [x, y, z, t] = pointOf(key);
    if (signature.length !== 64 || s >= ORDER) return false;
    const hashed = await digest('SHA-512', joined(signature.subarray(0, 32), key, message));
    const k = mod(littleEndian(hashed), ORDER);
    const found = sum(times(GENERATOR, s), times([mod(-x), y, z, mod(-t)], k));
    return hexOf(bytesOf(found)) === hexOf(signature.subarray(0, 32));
  } catch {
    return false;
  }
}

async function isSigned(key, signature, message) {
  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return isSignedHere(key, signature, message);
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}
