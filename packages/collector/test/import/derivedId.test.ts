import { describe, expect, it } from 'vitest';
import { derivedId } from '../../src/import/derivedId.ts';

describe(derivedId.name, () => {
  it('is a UUID of version 8 made of the SHA-256', () => {
    // printf abc | sha256sum
    // ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
    expect(derivedId('abc')).toBe('ba7816bf-8f01-8fea-8141-40de5dae2223');
  });

  it('has one of the four variant digits, whatever the hash', () => {
    const digits = Array.from({ length: 200 }, (_, n) => derivedId(String(n)).charAt(19));
    expect([...new Set(digits)].sort()).toEqual(['8', '9', 'a', 'b']);
  });
});
