import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { readJourneyFilter } from '../../../src/journeys/journeyFilter.ts';
import { journeyList } from '../../../src/journeys/journeyList.ts';
import { markName } from '../../../src/page/journeys/markName.ts';
import { journeysPage } from '../../../src/page/render.tsx';
import { voiceOf } from '../../../src/page/voice.ts';
import type { JourneyFact } from '../../../src/question.ts';
import { abandoned, looked, NOW, ordered, QUESTION, withCart } from '../../facts.ts';
import { reportView } from '../views.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

function pageOf(
  facts: readonly JourneyFact[],
  query: Record<string, string> = {},
  locale: 'en' | 'ko' = 'en',
) {
  const list = journeyList(facts, QUESTION, readJourneyFilter(query, QUESTION));
  const html = journeysPage({ ...reportView(), locale, query, list });
  const { document } = new Window();
  document.write(html);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
  return { document, texts };
}

const TROUBLED = withCart(
  {
    ...abandoned({ id: 'j-1', steps: ['cart', 'shipping'], amount: 64_00 }),
    entry: { channel: 'web', channelGroup: 'Paid Search', device: 'mobile' as const },
    visits: 3,
  },
  {
    met: ['login', 'poor:LCP', 'alert:PAYMENT_ERROR', 'field_left:phone'].map((what) => ({
      ...{ what, step: 'cart', at: NOW, times: 1 },
    })),
  },
);

describe(journeysPage.name, () => {
  it('tells of each journey how it came, how far it got, what went wrong and what became of it', () => {
    const { document, texts } = pageOf([TROUBLED]);
    expect(texts('tbody td')).toEqual([
      'Paid SearchMobile, New',
      '3',
      'Shipping chosen1 stop',
      '€64.00',
      'Page slow to show its content · Shown a payment errorand 1 more',
      'abandoned',
    ]);
    expect(document.querySelector('tbody th a')?.getAttribute('href')).toBe(
      '/sites/shop/journeys/j-1',
    );
  });

  it('says how many were found of how many', () => {
    const facts = [ordered(), abandoned(), looked()];
    expect(pageOf(facts).texts('#found')).toEqual(['3 journeys']);
    expect(pageOf(facts, { state: 'abandoned' }).texts('#found')).toEqual(['1 of 3 journeys']);
  });

  it('keeps period and segment when something else is asked, and begins at the first page', () => {
    const { document } = pageOf([TROUBLED], {
      ...{ period: '7d', device: 'mobile', state: 'abandoned', page: '1', sort: 'value' },
    });
    const form = document.querySelector('.journey-filter form')!;
    const hidden = [...form.querySelectorAll('input[type=hidden]')].map((input) => [
      input.getAttribute('name'),
      input.getAttribute('value'),
    ]);
    expect(hidden).toEqual([
      ['period', '7d'],
      ['device', 'mobile'],
      ['sort', 'value'],
    ]);
    expect(form.querySelector('option[selected][value=abandoned]')).not.toBeNull();
    const sorts = [...document.querySelectorAll('.journey-filter .choices a')];
    expect(sorts.map((each) => each.getAttribute('aria-current'))).toEqual([null, 'true', null]);
    expect(sorts[0]?.getAttribute('href')).toBe(
      '?period=7d&device=mobile&state=abandoned&sort=time',
    );
  });

  it('leads from page to page', () => {
    const many = Array.from({ length: 120 }, () => abandoned());
    const { document, texts } = pageOf(many, { state: 'abandoned', page: '2' });
    const hrefOf = (rel: string) =>
      document.querySelector(`.pager a[rel=${rel}]`)?.getAttribute('href');
    expect(texts('.pager span')).toEqual(['Page 2 of 3']);
    expect(hrefOf('prev')).toBe('?state=abandoned&page=1');
    expect(hrefOf('next')).toBe('?state=abandoned&page=3');
    expect(pageOf([TROUBLED]).document.querySelector('.pager')).toBeNull();
  });

  it('says what to do when there is nothing', () => {
    expect(pageOf([]).texts('.answer')).toEqual([
      'No journey began in this period. Choose a longer one.',
    ]);
    expect(pageOf([looked()], { state: 'ordered' }).texts('main')[0]).toContain('Ask for less');
  });

  it('is in Korean for who reads Korean', () => {
    const { texts } = pageOf([TROUBLED], {}, 'ko');
    expect(texts('thead th').join()).toMatch(/^[가-힣 ,]+$/);
    expect(texts('.journey-wrong')[0]).toContain('결제 오류');
  });

  it('shows what shoppers sent as text, wherever it is', () => {
    const evil = withCart(
      { ...TROUBLED, id: EVIL, entry: { channel: 'web', channelGroup: EVIL } },
      { deepest: EVIL, met: [{ what: `field_left:${EVIL}`, step: EVIL, at: NOW, times: 1 }] },
    );
    const { document } = pageOf([evil], { met: EVIL, stopped: EVIL, q: EVIL });
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect(pageOf([evil]).document.querySelectorAll('script, img')).toHaveLength(0);
  });
});

describe(markName.name, () => {
  it.each([
    ['page_view /cart', '/cart'],
    ['add_to_cart', 'added to the cart'],
    ['checkout_step contact', 'Contact given'],
    ['checkout_step gift', 'gift'],
    ['alert PAYMENT_ERROR', 'Shown a payment error'],
    ['size_guide', 'size_guide'],
    ['of two words', 'of: two words'],
  ])('%s is %s', (mark, expected) => {
    expect(markName(mark, voiceOf('en'))).toBe(expected);
  });
});
