import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PathEnd, type PathsReport, paths } from '../../src/paths/paths.ts';
import { type PathsQuery, readPathsQuery } from '../../src/paths/readPathsQuery.ts';
import type { TrailFact } from '../../src/question.ts';
import { NOW, QUESTION } from '../facts.ts';
import { bought, moving, walked } from './journeys.ts';

const ask = (facts: readonly TrailFact[], asked: Record<string, string> = {}) =>
  paths(facts, readPathsQuery(asked), QUESTION);

/** What is at a position: names with their counts, or how paths end there. */
const at = ({ nodes }: PathsReport, position: number) =>
  Object.fromEntries(
    nodes
      .filter((node) => node.position === position)
      .map(({ kind, step, journeys }) => [kind === 'step' ? step : `(${kind})`, journeys]),
  );

const A = 'page_view /a';
const B = 'page_view /b';
const C = 'page_view /c';

describe(paths.name, () => {
  it('follows journeys from their beginning', () => {
    const report = ask([walked([A, B, C]), walked([A, C]), walked([B])]);
    expect(report).toMatchObject({ unit: 'journeys', all: 3, journeys: 3 });
    expect(at(report, 0)).toEqual({ [A]: 2, [B]: 1 });
    expect(at(report, 1)).toEqual({ [B]: 1, [C]: 1, '(left)': 1 });
    expect(at(report, 2)).toEqual({ [C]: 1, '(left)': 1 });
  });

  it('follows them from the first time that a step was done', () => {
    const report = ask([walked([A, 'add_to_cart', B, 'add_to_cart', C]), walked([A, C])], {
      from_step: 'add_to_cart',
    });
    expect(report).toMatchObject({ all: 2, journeys: 1 });
    expect([0, 1, 2].map((position) => at(report, position))).toEqual([
      { add_to_cart: 1 },
      { [B]: 1 },
      { add_to_cart: 1 },
    ]);
  });

  it('looks back from the first time that a step was done, to where journeys began', () => {
    const report = ask([bought([A, B, 'purchase', C]), bought([B, 'purchase']), walked([A])], {
      to_step: 'purchase',
    });
    expect(report.journeys).toBe(2);
    expect(at(report, 0)).toEqual({ purchase: 2 });
    expect(at(report, 1)).toEqual({ [B]: 2 });
    expect(at(report, 2)).toEqual({ [A]: 1, '(began)': 1 });
    const [flow] = report.flows.filter(({ target }) => report.nodes[target]?.step === 'purchase');
    expect(report.nodes[flow!.source]?.step).toBe(B);
  });

  it('tells an order from a leaving, from what is still under way, and from what goes on', () => {
    const report = ask([bought([A, B]), walked([A, B]), moving([A, B]), walked([A, B, C])], {
      depth: '2',
    });
    expect(at(report, 2)).toEqual({ '(ordered)': 1, '(left)': 1, '(open)': 1, '(more)': 1 });
  });

  it.each([
    [30 * 60_000, 'left'],
    [30 * 60_000 - 1, 'open'],
  ])('after %i ms of silence a path is %s', (silence, end) => {
    expect(at(ask([walked([A], { lastAt: NOW - silence })]), 1)).toEqual({ [`(${end})`]: 1 });
  });

  it('doesn’t say how a journey ended whose trail was cut', () => {
    const marks = Array.from({ length: 199 }, (_, n) => (n % 2 ? A : B));
    const last = (more: string[]) =>
      at(ask([walked([...marks, ...more])], { from_step: 'share' }), 1);
    expect(last(['share'])).toEqual({ '(more)': 1 });
    expect(at(ask([walked([...marks.slice(1), 'share'])], { from_step: 'share' }), 1)).toEqual({
      '(left)': 1,
    });
  });

  it('takes pages of one kind as one step, however many were seen in a row', () => {
    const names = Array.from({ length: 12 }, (_, n) => `page_view /p/thing-${'x'.repeat(n)}`);
    const report = ask([walked([A, ...names, B])]);
    expect([0, 1, 2].map((position) => at(report, position))).toEqual([
      { [A]: 1 },
      { 'page_view /p/*': 1 },
      { [B]: 1 },
    ]);
    expect(at(ask([walked([A, ...names])], { from_step: 'page_view /p/*' }), 0)).toEqual({
      'page_view /p/*': 1,
    });
  });

  it('can begin with one page of a kind', () => {
    const names = Array.from({ length: 12 }, (_, n) => `page_view /p/thing-${'x'.repeat(n)}`);
    const report = ask([walked([...names, B])], { from_step: names[3]! });
    expect([0, 1, 2].map((position) => at(report, position))).toEqual([
      { [names[3]!]: 1 },
      { 'page_view /p/*': 1 },
      { [B]: 1 },
    ]);
  });

  it('counts a page and what the page says of itself once, unless that is asked for', () => {
    const marks = [[A, 0] as const, ['view_item', 1] as const, ['view_item', 20] as const];
    const late = [[A, 0] as const, ['view_item', 6] as const];
    const justNow = [[A, 0] as const, ['view_item', 5] as const];
    expect(at(ask([walked(marks)]), 1)).toEqual({ view_item: 1 });
    expect(at(ask([walked(marks.slice(0, 2))]), 1)).toEqual({ '(left)': 1 });
    expect(at(ask([walked(late)]), 1)).toEqual({ view_item: 1 });
    expect(at(ask([walked(justNow)]), 1)).toEqual({ '(left)': 1 });
    expect(at(ask([walked(marks.slice(0, 2))], { from_step: 'view_item' }), 0)).toEqual({
      view_item: 1,
    });
    expect(at(ask([walked(marks.slice(0, 2))], { marks: 'actions' }), 0)).toEqual({ view_item: 1 });
  });

  it('takes the page that an order is told on for the order', () => {
    const thanks = 'page_view /thanks';
    const bought = (at: number) =>
      walked([
        [A, 0],
        [thanks, 60],
        ['purchase', at],
      ]);
    expect(at(ask([bought(65)]), 1)).toEqual({ purchase: 1 });
    expect(at(ask([bought(66)]), 1)).toEqual({ [thanks]: 1 });
    expect(at(ask([bought(65)], { to_step: 'purchase' }), 1)).toEqual({ [A]: 1 });
    expect(at(ask([bought(65)], { marks: 'pages' }), 1)).toEqual({ [thanks]: 1 });
    expect(at(ask([bought(65)], { from_step: thanks }), 0)).toEqual({ [thanks]: 1 });
  });

  it('can show pages only, or only what was done', () => {
    const facts = [walked([A, 'add_to_cart', B])];
    expect(at(ask(facts, { marks: 'pages' }), 1)).toEqual({ [B]: 1 });
    expect(at(ask(facts, { marks: 'actions' }), 0)).toEqual({ add_to_cart: 1 });
    expect(at(ask(facts, { marks: 'pages', from_step: 'add_to_cart' }), 0)).toEqual({
      add_to_cart: 1,
    });
  });

  it('marks who had been at a step before', () => {
    const { nodes } = ask([walked([A, B, A]), walked([A, B, C])]);
    const returns = (position: number, step: string) =>
      nodes.find((node) => node.position === position && node.step === step)?.returns;
    expect([returns(0, A), returns(2, A), returns(2, C)]).toEqual([0, 1, 0]);
    const back = ask([walked([A, B, A, C])], { to_step: C });
    expect(back.nodes.map(({ step, returns }) => [step, returns])).toEqual([
      [C, 0],
      [A, 1],
      [B, 0],
      [A, 0],
      ['', 0],
    ]);
  });

  it('pools small steps, but never a single one', () => {
    const many = (count: number) =>
      ask(Array.from({ length: count }, (_, n) => walked([`did_${n}`, A])));
    expect(Object.keys(at(many(7), 0))).toHaveLength(7);
    const pooled = many(9);
    expect(at(pooled, 0)).toMatchObject({ did_0: 1, '(other)': 3 });
    expect(pooled.nodes.find(({ kind }) => kind === 'other')).toMatchObject({ steps: 3 });
  });

  it('lists the most frequent paths as a whole, in the order of time', () => {
    const facts = [walked([A, B]), walked([A, B]), bought([A, B]), walked([C, B])];
    expect(ask(facts).frequent[0]).toMatchObject({ steps: [A, B], end: 'left', journeys: 2 });
    expect(ask(facts, { to_step: B }).frequent).toMatchObject([
      { steps: [A, B], end: 'began', journeys: 3, share: { value: 0.75, n: 4 } },
      { steps: [C, B], end: 'began', journeys: 1 },
    ]);
  });

  it('has an answer for no journeys', () => {
    expect(ask([])).toMatchObject({ journeys: 0, nodes: [], flows: [], frequent: [] });
    expect(ask([walked([A])], { from_step: 'never_done' })).toMatchObject({ all: 1, journeys: 0 });
  });

  it.each([
    [{ depth: '1' }, 'Expected `depth` to be a number from 2 to 10, got "1"'],
    [{ depth: 'x' }, 'Expected `depth` to be a number from 2 to 10, got "x"'],
    [{ marks: 'x' }, 'Expected `marks` to be all or pages or actions, got "x"'],
    [{ from_step: 'a', to_step: 'b' }, 'Expected `from_step` or `to_step`, got both: "a" and "b"'],
    [{ to_step: 'x'.repeat(2101) }, 'Expected a step of at most 2100 characters, got 2101'],
  ])('refuses %j', (asked: Record<string, string>, message) => {
    expect(() => readPathsQuery(asked)).toThrow(new RangeError(message));
  });
});

describe('the flows', () => {
  const NAMES = ['page_view /a', 'page_view /b', 'add_to_cart', 'view_item', 'purchase', 'x', 'y'];
  const wide = fc.integer({ min: 0, max: 12 }).map((n) => `own_${n}`);
  const mark = fc.tuple(fc.oneof(fc.constantFrom(...NAMES), wide), fc.nat({ max: 9 }));
  const journey = fc
    .tuple(fc.array(mark, { minLength: 1, maxLength: 14 }), fc.constantFrom(walked, bought, moving))
    .map(([marks, make]) => {
      let seconds = 0;
      return make(
        marks.map(([name, gap]) => {
          seconds += gap;
          return [name, seconds] as const;
        }),
      );
    });
  const query = fc.record({
    root: fc.option(
      fc.record({
        direction: fc.constantFrom('from' as const, 'to' as const),
        step: fc.constantFrom('add_to_cart', 'purchase', 'view_item', 'page_view /a'),
      }),
      { nil: undefined },
    ),
    depth: fc.integer({ min: 2, max: 6 }),
    marks: fc.constantFrom('all' as const, 'pages' as const, 'actions' as const),
  });

  it('sum up to all journeys at every position, and what flows in flows out or ends', () => {
    fc.assert(
      fc.property(fc.array(journey, { maxLength: 40 }), query, (facts, asked) => {
        const { nodes, flows, journeys } = paths(facts, asked as PathsQuery, QUESTION);
        const isEnd = (kind: string) => kind !== 'step' && kind !== 'other';
        const sum = (counts: readonly { journeys: number }[]) =>
          counts.reduce((all, each) => all + each.journeys, 0);
        for (let position = 0; position <= asked.depth; position++) {
          const there = nodes.filter((node) => node.position === position);
          const before = nodes.filter((node) => node.position < position && isEnd(node.kind));
          expect(sum(there) + sum(before)).toBe(journeys);
        }
        const back = asked.root?.direction === 'to';
        nodes.forEach(({ position, kind, journeys: here }, place) => {
          const nearer = sum(flows.filter((flow) => flow[back ? 'source' : 'target'] === place));
          const farther = sum(flows.filter((flow) => flow[back ? 'target' : 'source'] === place));
          if (position > 0) expect(nearer).toBe(here);
          if (!isEnd(kind)) expect(farther).toBe(here);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are what one gets by writing down every path and counting', () => {
    fc.assert(
      fc.property(fc.array(journey, { maxLength: 40 }), query, (facts, asked) => {
        const report = paths(facts, asked as PathsQuery, QUESTION);
        const written = facts.flatMap((fact) => byHand(fact, asked as PathsQuery) ?? []);
        expect(report.journeys).toBe(written.length);

        const named = new Map<string, number>();
        for (const { steps, end } of written) {
          steps.forEach((step, position) => {
            const shown = report.nodes.some(
              (node) => node.position === position && node.kind === 'step' && node.step === step,
            );
            count(named, `${position} ${shown ? step : '(other)'}`);
          });
          count(named, `${steps.length} (${end})`);
        }
        const drawn = report.nodes.map(({ position, kind, step, journeys }) => [
          `${position} ${kind === 'step' ? step : `(${kind})`}`,
          journeys,
        ]);
        expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(named));
      }),
      { numRuns: 200 },
    );
  });
});

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The rules once more, as filters over lists; no page here is one of many. */
function byHand(
  { trail, cart, lastAt }: TrailFact,
  { root, depth, marks }: PathsQuery,
): { steps: string[]; end: PathEnd } | undefined {
  const kept = trail
    .filter(([mark, seconds], place) => {
      if (mark === root?.step) return true;
      const isPage = mark.startsWith('page_view');
      if (marks === 'pages') return isPage;
      if (marks === 'actions') return !isPage;
      const before = trail[place - 1];
      const next = trail[place + 1];
      if (isPage && next?.[0] === 'purchase' && next[1] - seconds <= 5) return false;
      const isEcho = mark === 'view_item' && before?.[0].startsWith('page_view');
      return !isEcho || seconds - before![1] > 5;
    })
    .map(([mark]) => mark);
  const place = kept.indexOf(root?.step ?? '');
  if (root && place < 0) return undefined;
  const part =
    root?.direction === 'to' ? kept.slice(0, place + 1).reverse() : kept.slice(Math.max(0, place));
  const steps = part.filter((mark, index) => mark !== part[index - 1]);
  if (steps.length === 0) return undefined;
  if (steps.length > depth) return { steps: steps.slice(0, depth), end: 'more' };
  if (root?.direction === 'to') return { steps, end: 'began' };
  if (cart?.order) return { steps, end: 'ordered' };
  return { steps, end: NOW - lastAt >= 30 * 60_000 ? 'left' : 'open' };
}
