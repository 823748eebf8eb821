import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { abandonmentAnswer } from '../../../src/abandonmentAnswer.ts';
import { abandonmentPage } from '../../../src/page/render.tsx';
import type { JourneyFact } from '../../../src/question.ts';
import type { SegmentKey } from '../../../src/segment.ts';
import { abandoned, DAY, HOUR, NOW, ordered, QUESTION, waiting, withCart } from '../../facts.ts';
import { viewOf } from '../views.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

function pageOf(
  facts: readonly JourneyFact[],
  {
    by = 'device',
    ...more
  }: { by?: SegmentKey; locale?: 'en' | 'ko'; question?: typeof QUESTION } = {},
) {
  const { question = QUESTION } = more;
  const trails = facts.map((fact) => ({
    ...fact,
    trail: [['page_view /cart', 0] as const],
  }));
  const report = abandonmentAnswer(facts, question, { trails, by });
  const { document } = new Window();
  document.write(abandonmentPage({ ...viewOf(facts), ...more, report }));
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
  return { document, texts, report };
}

const on = (device: 'mobile' | 'desktop', fact: JourneyFact) => ({
  ...fact,
  entry: { ...fact.entry, device },
});

describe('the carts side by side', () => {
  const facts = [
    on('mobile', abandoned({ amount: 30_00 })),
    on('mobile', ordered()),
    on('desktop', abandoned({ amount: 10_00 })),
  ];

  it('have a row for each value and one for all', () => {
    const { texts } = pageOf(facts);
    expect(texts('.breakdown tbody tr')).toEqual([
      'Mobile50.0% 9.5–90.5%€30.001210',
      'Desktop100.0% 20.7–100.0%€10.001100',
    ]);
    expect(texts('.breakdown tfoot tr')).toEqual(['All66.7% 20.8–93.9%€40.002310']);
  });

  it('lead to the page of one part, and to other ways to cut', () => {
    const { document } = pageOf(facts);
    const hrefs = (selector: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.getAttribute('href'));
    expect(hrefs('.breakdown tbody a')).toEqual([
      '?period=30d&device=mobile',
      '?period=30d&device=desktop',
    ]);
    expect(hrefs('.breakdown .choices a')[1]).toBe('?period=30d&by=channel#breakdown');
  });

  it('say where a cart is in several rows', () => {
    expect(pageOf(facts, { by: 'item' }).texts('.breakdown .intro')[0]).toContain('more than all');
    expect(pageOf(facts).texts('.breakdown .intro')[0]).not.toContain('more than all');
  });

  it('say how to know what is known of none', () => {
    const intro = (by: SegmentKey, of = facts) => pageOf(of, { by }).texts('.breakdown .intro');
    expect(intro('country')[1]).toContain('--country-header');
    expect(intro('campaign')[1]).toContain('utm_campaign');
    expect(intro('item')).toHaveLength(1);
    const [cart, ...others] = facts;
    const known = { ...cart!, entry: { ...cart!.entry, country: 'DE' } };
    expect(intro('country', [known, ...others])).toHaveLength(1);
  });

  it('show names that shoppers could have sent as text', () => {
    const line = { item: EVIL, quantity: 1 };
    const evil = withCart(abandoned({ steps: ['cart', EVIL] }), { lines: [line] });
    const { document } = pageOf([evil], { by: 'item' });
    expect(document.querySelectorAll('script:not([src]), img')).toHaveLength(0);
  });
});

describe('where they went next', () => {
  it('is told step by step, to scale', () => {
    const steps = ['cart', 'shipping'];
    const { document, texts } = pageOf([
      abandoned({ steps, stopsAt: ['cart'] }),
      ordered({ stopsAt: ['cart'] }),
      abandoned(),
    ]);
    expect(texts('.after-step h3')).toEqual([
      'in the cart, before shipping',
      'after shipping, before the order',
    ]);
    expect(texts('.after-came > p:first-of-type')).toEqual([
      '1 ordered, 1 got further, then left, 1 nothing yet',
      '1 nothing yet',
    ]);
    expect(texts('.after-what .quiet')).toEqual(['3 stops', '1 stop']);
    expect(document.querySelectorAll('.after-what a')[1]?.getAttribute('href')).toBe(
      '/sites/shop/journeys?period=30d&stopped=shipping',
    );
    const widths = [...document.querySelectorAll('.after-bar rect')].map((bar) =>
      Number(bar.getAttribute('width')),
    );
    for (const width of widths) expect(width).toBeCloseTo(1000 / 3, 1);
  });
});

describe('the carts left behind', () => {
  it('are all to be found among the journeys', () => {
    const { document } = pageOf([abandoned()]);
    expect(document.querySelector('[data-live=carts] > p a')?.getAttribute('href')).toBe(
      '/sites/shop/journeys?period=30d&state=abandoned&sort=value',
    );
  });
});

describe('who still comes back', () => {
  /** Of 100 silent for an hour, 40 came back after 2 hours and 5 after 5 days. */
  const facts = Array.from({ length: 100 }, (_, n) => {
    const at = NOW - 20 * DAY;
    const until = n < 40 ? at + 2 * HOUR : n < 45 ? at + 5 * DAY : undefined;
    const stop = { at, step: 'cart', amount: 10_00, ...(until !== undefined && { until }) };
    if (until === undefined) return waiting({ createdAt: at, lastAt: at });
    const fact = ordered({ createdAt: at });
    return withCart(fact, { stops: [stop], order: { ...fact.cart!.order!, at: until } });
  });

  it('is drawn with its interval, and says what to make of it', () => {
    const { document, texts } = pageOf(facts);
    expect(texts('.back-says')[0]).toMatch(
      /^After 1 hour, when a cart counts as abandoned here, 45\.0% \(.*\) still come back\. Fewer than 10% do only after 3 hours\./,
    );
    expect(texts('.back-chart .back-now text')).toEqual(['abandoned from 1 hr']);
    expect(texts('.back-chart .back-fitting text')).toEqual(['below 10% from 3 hr']);
    expect(document.querySelectorAll('.back-chart .back-point').length).toBeGreaterThan(15);
    expect(texts('#back-table tbody tr')).toContain('1 hr45.0%35.9–55.3%100');
  });

  it('finds a setting fitting after which hardly anybody comes back', () => {
    const question = { ...QUESTION, abandonedAfterMs: 3 * HOUR };
    expect(pageOf(facts, { question }).texts('.back-says')[0]).toContain('The setting fits.');
  });

  it('concludes nothing where many come back to the end, and nothing from few', () => {
    const often = facts.slice(0, 45).concat(facts.slice(-5));
    expect(pageOf(often).texts('main')[0]).toMatch(/no setting suggests itself|30 silences/);
    expect(pageOf(facts.slice(0, 20)).texts('main')[0]).toContain('Fewer than 30 silences');
  });

  it('is in Korean, too', () => {
    const { texts } = pageOf(facts, { locale: 'ko' });
    expect(texts('.back-says')[0]).toContain('돌아옵니다');
  });
});
