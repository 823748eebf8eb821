import type { Batch } from '@cartograph/journey';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Queue } from '../src/queue/queue.ts';
import type { Row } from '../src/queue/row.ts';
import { createSender } from '../src/send/sender.ts';

const OPTIONS = { site: 'shop', endpoint: 'https://c.shop.example/v1/touchpoints' };

type Answer = Response | 'unreachable' | 'never';

const stored = () => Response.json({ accepted: 1, duplicates: 0, rejected: [] });
const status = (code: number, headers?: Record<string, string>) =>
  new Response('{}', { status: code, ...(headers && { headers }) });

function row(id: string, user?: string, text = ''): Row {
  return { id, type: id, at: 0, seq: 0, params: { text }, me: { visitor: 'v', user } };
}

describe('the sender', () => {
  /** Bodies sent, and when. */
  let sent: { at: number; batch: Batch; bytes: number }[];
  let answer: (batch: Batch) => Answer;
  let rows: Row[];
  let lost: number;
  let queue: Queue;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    vi.spyOn(Math, 'random').mockReturnValue(0);
    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
      const batch = JSON.parse(body) as Batch;
      sent.push({ at: performance.now(), batch, bytes: Buffer.byteLength(body) });
      const given = answer(batch);
      if (given === 'never') return new Promise(() => {});
      if (given === 'unreachable') throw new TypeError('Failed to fetch');
      return given;
    });
    sent = [];
    rows = [row('a')];
    lost = 0;
    answer = stored;
    queue = {
      hold: (held) => void rows.push(held),
      own: () => [...rows],
      leftBehind: async () => [],
      async settle(gone, count = gone.length) {
        rows = rows.filter((held) => !gone.includes(held));
        lost += count;
      },
      forget() {},
    };
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const gaps = () =>
    sent.slice(1).map(({ at }, index) => Math.round((at - sent[index]!.at) / 500) / 2);
  const ids = () => sent.map(({ batch }) => batch.touchpoints.map(({ id }) => id).join(''));

  it('waits half a second for company', async () => {
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(499);
    expect(sent).toEqual([]);
    rows.push(row('b'));
    await vi.advanceTimersByTimeAsync(1);
    expect(ids()).toEqual(['ab']);
    expect(rows).toEqual([]);
    expect(lost).toBe(0);
  });

  it.each<[string, Answer]>([
    ['is unreachable', 'unreachable'],
    ['is out of order', status(503)],
    ['says what it can’t mean', status(200)],
    ['is not there', status(404)],
    ['asks for nonsense', status(503, { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' })],
  ])('tries less and less often while the collector %s, and loses nothing', async (_, failure) => {
    answer = () => (failure instanceof Response ? failure.clone() : failure);
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(500_000);
    expect(gaps()).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120, 120]);

    answer = stored;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(rows).toEqual([]);
    expect(lost).toBe(0);
  });

  it('spreads the tries of many shoppers', async () => {
    vi.mocked(Math.random).mockReturnValue(1);
    answer = () => 'unreachable';
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(gaps()).toEqual([0.5, 1, 2, 4, 8]);
  });

  it.each([401, 403])(
    'leaves a collector alone that answers %i, whatever is tracked',
    async (code) => {
      answer = () => status(code, { 'retry-after': '300' });
      const sender = createSender('cartograph:shop', OPTIONS, queue);
      for (let seconds = 0; seconds < 590; seconds += 10) {
        rows.push(row(`r${seconds}`));
        sender.due();
        sender.again();
        await vi.advanceTimersByTimeAsync(10_000);
      }
      expect(gaps()).toEqual([300]);
      expect(lost).toBe(0);
    },
  );

  it('waits as long as the collector asks, even when the network is back', async () => {
    answer = () => status(429, { 'retry-after': '30' });
    const sender = createSender('cartograph:shop', OPTIONS, queue);
    sender.due();
    await vi.advanceTimersByTimeAsync(500);
    sender.again();
    await vi.advanceTimersByTimeAsync(29_000);
    sender.again();
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1500);
    expect(sent).toHaveLength(2);
  });

  it('doesn’t wait for its turn when the network is back', async () => {
    answer = () => 'unreachable';
    const sender = createSender('cartograph:shop', OPTIONS, queue);
    sender.due();
    await vi.advanceTimersByTimeAsync(8000);
    const before = sent.length;
    answer = stored;
    sender.again();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(before + 1);
    expect(rows).toEqual([]);
  });

  it('finds the one row that spoils a batch, and drops it alone', async () => {
    rows = [...'abcdefgh'].map((id) => row(id));
    answer = ({ touchpoints }) =>
      touchpoints.some(({ id }) => id === 'f') ? status(400) : stored();
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(500);
    expect(ids().sort()).toEqual(['abcd', 'abcdefgh', 'e', 'ef', 'efgh', 'f', 'gh']);
    expect(rows).toEqual([]);
    expect(lost).toBe(1);
  });

  it('blames the collector, not the rows, if it finds everything unfit', async () => {
    rows = Array.from({ length: 200 }, (_, n) => row(`r${n}`));
    answer = () => status(400);
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(500);
    expect(sent.length).toBeLessThan(70);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent.length).toBeLessThan(400);
    expect(rows.length).toBeGreaterThan(100);
  });

  it('counts what the collector turns down', async () => {
    rows = [row('a'), row('b')];
    answer = () =>
      Response.json({ accepted: 1, duplicates: 0, rejected: [{ id: 'a', reason: 'too_old' }] });
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(500);
    expect(rows).toEqual([]);
    expect(lost).toBe(1);
  });

  it('puts rows of one visitor and user in a batch', async () => {
    rows = [row('a'), row('b', 'ann'), row('c', 'ann'), row('d', 'ben')];
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(500);
    expect(ids()).toEqual(['a', 'bc', 'd']);
    expect(sent.map(({ batch }) => batch.user)).toEqual([undefined, 'ann', 'ben']);
    expect(sent[0]!.batch.touchpoints[0]).not.toHaveProperty('me');
  });

  it('has no more in flight than a leaving page may send, the first rows first', async () => {
    rows = Array.from({ length: 20 }, (_, n) =>
      row(String.fromCharCode(97 + n), undefined, 'ü'.repeat(4000)),
    );
    answer = () => 'never';
    const sender = createSender('cartograph:shop', OPTIONS, queue);
    sender.leave();
    const bytes = sent.reduce((sum, request) => sum + request.bytes, 0);
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(ids().join('')).toMatch(/^abcde/);

    // What is in flight isn't sent again.
    sender.leave();
    expect(new Set(ids().join('')).size).toBe(ids().join('').length);
  });

  it('sends the rest as soon as there is room again', async () => {
    rows = Array.from({ length: 20 }, (_, n) => row(`${n}`, undefined, 'ü'.repeat(4000)));
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(5000);
    expect(rows).toEqual([]);
    expect(new Set(sent.flatMap(({ batch }) => batch.touchpoints).map(({ id }) => id)).size).toBe(
      20,
    );
  });

  it('sends what other pages left behind, too', async () => {
    const left = [row('x'), row('y')];
    queue.leftBehind = async () => left.splice(0);
    createSender('cartograph:shop', OPTIONS, queue).due();
    await vi.advanceTimersByTimeAsync(500);
    expect(ids()).toEqual(['a', 'xy']);
  });

  it('flush() waits for what is under way', async () => {
    let give = (_: Response) => {};
    answer = () =>
      new Promise((resolve) => {
        give = resolve;
      }) as unknown as Answer;
    const sender = createSender('cartograph:shop', OPTIONS, queue);
    sender.leave();
    let isDone = false;
    const done = sender.flush().then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(isDone).toBe(false);
    give(stored());
    await done;
    expect(rows).toEqual([]);
  });
});
