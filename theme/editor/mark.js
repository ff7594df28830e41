// The identifier of a new event, as every other door gives it (`plugins/circuito/writing/things.py`): the name of its file
// and four signs, drawn by BLAKE2b (RFC 7693) from where and when it is.

const SIGNS = "23456789bcdfghjkmnpqrstvwxyz"; // no vowels, no words; nothing that looks like something else
const SIZE = 8n; // bytes of the digest
const BLOCK = 128;
const WORD = (1n << 64n) - 1n;
const START = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
const ORDERS = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8",
  "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
  "6fe9b308c2d714a5", "a2847615fb9e3cd0",
];
const MIXED = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];

/** The identifier of the event in the file at `path`, which begins on `day`. */
export function newId(path, day) {
  const name = path.replace(/^.*\//, "").replace(/\.md$/, "");
  return `${name}-${signs(`${path} ${day}`)}`;
}

function signs(seed) {
  let number = digest(new TextEncoder().encode(seed));
  return Array.from({ length: 4 }, () => {
    const sign = SIGNS[Number(number % BigInt(SIGNS.length))];
    number /= BigInt(SIGNS.length);
    return sign;
  }).join("");
}

// The first eight bytes of the state, as one number, the first byte its highest.
function digest(bytes) {
  const state = [...START];
  state[0] ^= 0x01010000n ^ SIZE;
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  for (let block = 0; block < blocks; block += 1) {
    const end = Math.min(bytes.length, (block + 1) * BLOCK);
    compress(state, words(bytes.slice(block * BLOCK, end)), BigInt(end), block === blocks - 1);
  }
  return words(Uint8Array.from({ length: 8 }, (_, place) => Number((state[0] >> BigInt(8 * place)) & 255n)).reverse())[0];
}

// Sixteen words of eight bytes each, the lowest first.
function words(bytes) {
  return Array.from({ length: 16 }, (_, word) =>
    Array.from({ length: 8 }, (__, place) => BigInt(bytes[8 * word + place] ?? 0) << BigInt(8 * place)).reduce((a, b) => a | b),
  );
}

function compress(state, message, count, last) {
  const v = [...state, ...START];
  v[12] ^= count;
  if (last) v[14] ^= WORD;
  for (let round = 0; round < 12; round += 1) {
    const order = [...ORDERS[round % 10]].map((digit) => parseInt(digit, 16));
    MIXED.forEach((places, step) => mix(v, places, message[order[2 * step]], message[order[2 * step + 1]]));
  }
  state.forEach((_, place) => (state[place] ^= v[place] ^ v[place + 8]));
}

function mix(v, [a, b, c, d], one, two) {
  for (const [word, first, second] of [[one, 32n, 24n], [two, 16n, 63n]]) {
    v[a] = (v[a] + v[b] + word) & WORD;
    v[d] = turned(v[d] ^ v[a], first);
    v[c] = (v[c] + v[d]) & WORD;
    v[b] = turned(v[b] ^ v[c], second);
  }
}

function turned(word, by) {
  return ((word >> by) | (word << (64n - by))) & WORD;
}
