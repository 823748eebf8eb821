/** Who has several of some carts. Most persons have one: of those nothing more needs to be known. */
export interface Several {
  /** Of each cart a number for its person, from 0; `-1` for somebody with this one only. */
  of: Int32Array;
  persons: number;
}

/** @param parts Whose carts they are, part by part: see `personNumber`. */
export function several(parts: readonly ArrayLike<number>[]): Several {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let before = 0;
  for (const part of parts) {
    all.set(part, before);
    before += part.length;
  }
  const firsts = firstCarts(all);
  const of = new Int32Array(all.length).fill(-1);
  let persons = 0;
  for (let cart = 0; cart < firsts.length; cart++) {
    const first = firsts[cart]!;
    if (first === cart) continue;
    if (of[first]! < 0) of[first] = persons++;
    of[cart] = of[first]!;
  }
  return { of, persons };
}

/** Of each cart the first one of the same person, by number: a hash table with open addresses. */
function firstCarts(persons: Float64Array): Int32Array {
  const mask = 2 ** (33 - Math.clz32(persons.length)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const firsts = new Int32Array(persons.length);
  for (let cart = 0; cart < persons.length; cart++) {
    const person = persons[cart]!;
    let place = person & mask;
    while (table[place]! >= 0 && persons[table[place]!] !== person) place = (place + 1) & mask;
    if (table[place]! < 0) table[place] = cart;
    firsts[cart] = table[place]!;
  }
  return firsts;
}
