import { parseTouchpoint } from '@cartograph/journey/parse';
import { describe, expect, it } from 'vitest';
import { stableId } from '../../src/adapters/stableId.ts';
import { NOW } from '../touchpoints.ts';

describe(stableId.name, () => {
  it('is a UUID version 8, the same for the same name', async () => {
    const id = await stableId('segment', 'ajs-next-1-abc');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await stableId('segment', 'ajs-next-1-abc')).toBe(id);
    expect(parseTouchpoint({ id, type: 'x', at: NOW }, { trusted: false }).ok).toBe(true);
  });

  it('tells clients apart that name things alike', async () => {
    expect(await stableId('segment', '1')).not.toBe(await stableId('ga4', '1'));
    expect(await stableId('segment', '1')).not.toBe(await stableId('segment', '2'));
  });

  it('leaves a UUID as it is, in small letters', async () => {
    const id = '79C0A808-5E16-4F68-B88D-E5F57E94E477';
    expect(await stableId('rudder', id)).toBe(id.toLowerCase());
  });
});
