import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_LINES_BYTES, restoreLines } from '../../src/moving/restoreLines.ts';
import { type ArchiveOptions, writeArchive } from '../../src/moving/writeArchive.ts';
import { findSite, saveSite } from '../../src/sites/site.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW, SITE, stored } from '../touchpoints.ts';
import { everythingOf } from './everythingOf.ts';
import { filledStore } from './filledStore.ts';

async function partsOf(store: Store, options: Partial<ArchiveOptions> = {}): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of writeArchive(store, SITE, { now: NOW, ...options })) parts.push(part);
  return parts;
}

const linesOf = (parts: readonly string[]) =>
  parts
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('an archive', () => {
  let store: Store;
  let other: Store;
  beforeEach(async () => {
    store = await filledStore();
    other = sqliteStore(':memory:');
  });
  afterEach(() => Promise.all([store.close(), other.close()]));

  it('makes another store know all that is true of a site', async () => {
    for (const part of await partsOf(store)) await restoreLines(other, SITE.id, part);
    expect(await everythingOf(other)).toEqual(await everythingOf(store));
  });

  it('adds nothing when it comes again', async () => {
    const text = (await partsOf(store)).join('');
    await restoreLines(other, SITE.id, text);
    const before = await everythingOf(other);
    expect(await restoreLines(other, SITE.id, text)).toEqual({
      accepted: 0,
      duplicates: before.arrivals.length,
      problems: [],
    });
    expect(await everythingOf(other)).toEqual(before);
  });

  it('has no secret in it, and nothing of other sites', async () => {
    await saveSite(store, { ...SITE, id: 'other' });
    await store.append([{ site: { ...SITE, id: 'other' }, touchpoints: [stored(999, 'search')] }]);
    const text = (await partsOf(store)).join('');
    for (const secret of ['whsec_secret', '0123', '4567', 'token.add', 'search']) {
      expect(text).not.toContain(secret);
    }
  });

  it('ends with what the site has, and each part with a seal', async () => {
    const more = await filledStore({ carts: 900 });
    const parts = await partsOf(more);
    expect(parts.length).toBeGreaterThan(2);
    const lasts = parts.map((part) => linesOf([part]).at(-1).cartograph);
    expect(lasts).toEqual([...parts.slice(1).map(() => 'seal'), 'end']);
    expect(linesOf(parts).at(-1)).toMatchObject(await more.counts(SITE.id));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(MAX_LINES_BYTES);
    await more.close();
  });

  it('goes on behind any part as if it had not been stopped', async () => {
    const more = await filledStore({ carts: 900 });
    const whole = await partsOf(more);
    for (const [index, part] of whole.slice(0, -1).entries()) {
      const { after, sha256 } = linesOf([part]).at(-1);
      const rest = await partsOf(more, { from: { after, sha256 } });
      // What was told is told again: nobody knows how far that had got.
      expect(linesOf(rest).at(-1).cartograph).toBe('end');
      if (index < 2) expect(rest).toEqual(whole.slice(index + 1));
    }
    await more.close();
  });

  it('leaves out what was here before, but for what may have come again since', async () => {
    const day = 24 * 60 * 60 * 1000;
    const arrived = (n: number, receivedAt: number) =>
      stored(n, 'page_view', { receivedAt, at: receivedAt });
    const old = [arrived(9001, NOW - 30 * day), arrived(9002, NOW - 10 * day)];
    await store.append([{ site: SITE, touchpoints: old }]);
    const lines = linesOf(await partsOf(store, { since: NOW - 3 * day }));
    const ids = new Set(lines.map(({ id }) => id));
    expect(lines[0].since).toBe(NOW - 3 * day);
    expect(old.map(({ id }) => ids.has(id))).toEqual([false, true]);
  });

  it('leaves the settings of a site that is known already, and a later decision', async () => {
    await saveSite(other, { ...SITE, name: 'Ours' });
    await other.append([{ site: SITE, touchpoints: [stored(1, 'page_view', { visitor: 'v3' })] }]);
    await other.decide(SITE, 'v3', { verdict: 'held', at: NOW + 1 });
    for (const part of await partsOf(store)) await restoreLines(other, SITE.id, part);
    expect(await findSite(other, SITE.id)).toMatchObject({ name: 'Ours' });
    expect(await other.verdicts(SITE.id)).toMatchObject([
      { visitor: 'v3', verdict: 'held' },
      { visitor: 'v4', verdict: 'held' },
    ]);
  });

  it('can go into a site of another name', async () => {
    for (const part of await partsOf(store)) await restoreLines(other, 'copy', part);
    expect((await findSite(other, 'copy'))?.currency).toBe('EUR');
    expect(await other.counts('copy')).toEqual(await store.counts(SITE.id));
  });

  const good = JSON.stringify({ ...stored(1, 'page_view'), copies: 0 });
  it.each([
    ['no JSON', 'not JSON', 'expected a JSON object'],
    ['a list', '[1]', 'expected a JSON object'],
    ['no id', good.replace('"id"', '"di"'), 'id: expected a UUID'],
    ['no time of arrival', good.replace('receivedAt', 'received'), 'receivedAt: expected epoch'],
    ['what a newer version says', '{"cartograph":"news"}', 'a newer version'],
    [
      'a verdict that is none',
      '{"cartograph":"verdict","visitor":"v","verdict":"x","at":1}',
      '"x"',
    ],
    [
      'a setting of another kind',
      '{"cartograph":"setting","name":"token","id":"x","value":{}}',
      'annotation',
    ],
    ['an event without a body', '{"cartograph":"event","id":"evt"}', 'what was told'],
  ])('is read on where a line has %s', async (_, line, reason) => {
    await saveSite(other, SITE);
    const restored = await restoreLines(other, SITE.id, `${line}\n${good}\n`);
    expect(restored).toMatchObject({ accepted: 1, problems: [{ line: 1, isKept: false }] });
    expect(restored.problems[0]?.reason).toContain(reason);
  });

  it.each([
    ['a suspicion that is none', { suspicion: 'nosy' }, 'suspicion'],
    ['a browser that is none', { browser: 7 }, 'browser'],
    ['an amount that is none', { params: { value: -1 } }, 'value'],
  ])('keeps a touchpoint without %s', async (_, wrong, reason) => {
    await saveSite(other, SITE);
    const line = JSON.stringify({ ...JSON.parse(good), ...wrong });
    const restored = await restoreLines(other, SITE.id, line);
    expect(restored).toMatchObject({ accepted: 1, problems: [{ line: 1, isKept: true }] });
    expect(restored.problems[0]?.reason).toContain(reason);
  });

  it('of a newer format is refused', async () => {
    const [first = ''] = await partsOf(store);
    const newer = first.replace('"format":1', '"format":2');
    await expect(restoreLines(other, SITE.id, newer)).rejects.toThrow('first line of an export');
  });
});
