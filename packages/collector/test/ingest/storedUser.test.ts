import { describe, expect, it } from 'vitest';
import { storedUser } from '../../src/ingest/storedUser.ts';

describe(storedUser.name, () => {
  it.each(['u-17', '17', 'ann', '@ann', 'ann@', 'a@b', 'not an@address here'])(
    'keeps %j as it is',
    async (user) => {
      expect(await storedUser('shop', user)).toBe(user);
    },
  );

  it.each([
    'ann@shop.example',
    'ANN@Shop.Example',
    'mailto:ann@shop.example',
    'ann%40shop.example',
  ])('keeps nothing of %j but its hash, the same for every spelling', async (user) => {
    const hashed = await storedUser('shop', user);
    expect(hashed).toBe(await storedUser('shop', 'ann@shop.example'));
    expect(hashed).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('tells two addresses, and two sites, apart', async () => {
    const all = [
      await storedUser('shop', 'ann@shop.example'),
      await storedUser('shop', 'bob@shop.example'),
      await storedUser('other', 'ann@shop.example'),
    ];
    expect(new Set(all).size).toBe(3);
  });

  it('changes no hash again, so an export can be imported', async () => {
    const hashed = await storedUser('shop', 'ann@shop.example');
    expect(await storedUser('copy', hashed)).toBe(hashed);
  });
});
