// SHA-256 and SHA-512 (FIPS 180-4) for browsers that lend no cryptography to a page, which is so
// when it was not loaded safely. Slow but plain: the constants are worked out as the standard says.

const rootOf = (number, power) => {
  let root = 1n << BigInt(Math.ceil(number.toString(2).length / power) + 1);
  for (;;) {
    const next = ((BigInt(power) - 1n) * root + number / root ** (BigInt(power) - 1n)) / BigInt(power);
    if (next >= root) return root;
    root = next;
  }
};

const firstPrimes = (count) => {
  const primes = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime)) primes.push(number);
  return primes;
};

function makeSha2(width, rounds, [a0, a1, a2], [b0, b1, b2], [c0, c1, c2], [d0, d1, d2]) {
  const bits = BigInt(width), mask = (1n << bits) - 1n;
  const fraction = (prime, power) => rootOf(BigInt(prime) << (bits * BigInt(power)), power) & mask;
  const primes = firstPrimes(rounds);
  const constants = primes.map((prime) => fraction(prime, 3));
  const begin = primes.slice(0, 8).map((prime) => fraction(prime, 2));
  const turned = (x, by) => ((x >> BigInt(by)) | (x << (bits - BigInt(by)))) & mask;
  const wordLength = width / 8, blockLength = 16 * wordLength;

  return (message) => {
    const length = Math.ceil((message.length + 1 + 2 * wordLength) / blockLength) * blockLength;
    const padded = new Uint8Array(length);
    padded.set(message);
    padded[message.length] = 0x80;
    new DataView(padded.buffer).setBigUint64(length - 8, BigInt(message.length) * 8n);
    const word = (at) => {
      let value = 0n;
      for (let i = 0; i < wordLength; i += 1) value = (value << 8n) | BigInt(padded[at + i]);
      return value;
    };
    let state = begin;
    for (let at = 0; at < length; at += blockLength) {
      const w = [];
      for (let i = 0; i < rounds; i += 1) {
        if (i < 16) w.push(word(at + i * wordLength));
        else {
          const x = w[i - 15], y = w[i - 2];
          const s0 = turned(x, c0) ^ turned(x, c1) ^ (x >> BigInt(c2));
          const s1 = turned(y, d0) ^ turned(y, d1) ^ (y >> BigInt(d2));
          w.push((w[i - 16] + s0 + w[i - 7] + s1) & mask);
        }
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < rounds; i += 1) {
        const s1 = turned(e, b0) ^ turned(e, b1) ^ turned(e, b2);
        const t1 = h + s1 + ((e & f) ^ (~e & mask & g)) + constants[i] + w[i];
        const s0 = turned(a, a0) ^ turned(a, a1) ^ turned(a, a2);
        const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & mask, c, b, a, (t1 + t2) & mask];
      }
      state = [a, b, c, d, e, f, g, h].map((value, i) => (value + state[i]) & mask);
    }
    return bytesOfHex(state.map((value) => value.toString(16).padStart(width / 4, '0')).join(''));
  };
}

let sha256Here, sha512Here;
function sha2Here(name, message) {
  sha256Here ??= makeSha2(32, 64, [2, 13, 22], [6, 11, 25], [7, 18, 3], [17, 19, 10]);
  sha512Here ??= makeSha2(64, 80, [28, 34, 39], [14, 18, 41], [1, 8, 7], [19, 61, 6]);
  return name === 'SHA-256' ? sha256Here(message) : sha512Here(message);
}

async function digest(name, message) {
  const lent = globalThis.crypto?.subtle;
  return lent ? new Uint8Array(await lent.digest(name, message)) : sha2Here(name, message);
}
