import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { liveBoard } from '../../../src/live/liveBoard.ts';
import type { LiveView } from '../../../src/page/live/livePage.tsx';
import { livePage } from '../../../src/page/render.tsx';
import type { JourneyFact } from '../../../src/question.ts';
import { HOUR, MINUTE, NOW, ordered, waiting, withCart } from '../../facts.ts';
import { reportView } from '../views.ts';

const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

function pageOf(facts: readonly JourneyFact[], more: Partial<LiveView> = {}) {
  const asked = { now: NOW, abandonedAfterMs: HOUR, currency: 'EUR', onlyConfirmed: false };
  const board = liveBoard(facts, { ...asked, complete: true });
  const { document } = new Window();
  document.write(livePage({ ...reportView(), board, ...more }));
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
  return { document, texts, board };
}

const LEFT = withCart(waiting({ id: 'j-1', amount: 64_00, lastAt: NOW - 2 * HOUR - 5000 }), {
  met: [{ what: 'alert:PAYMENT_ERROR', step: 'cart', at: NOW, times: 1 }],
});
const WON = ordered({ id: 'j-2', stopsAt: ['cart'] });
const WON_NOW = withCart(WON, { order: { ...WON.cart!.order!, at: NOW - 3 * MINUTE } });

describe(livePage.name, () => {
  it('says on top how many carts are where, and what they are worth', () => {
    const { texts } = pageOf([LEFT, WON_NOW, waiting({ lastAt: NOW - MINUTE })]);
    expect(texts('.live-now > div')).toEqual([
      'Filling a cart1€10.00',
      'In checkout0€0.00',
      'Idle0€0.00',
      'Just left1€64.00',
      'Just won back1€10.00',
    ]);
  });

  it('lists them with where they are, since when, and what they met', () => {
    const { document, texts, board } = pageOf([LEFT, WON_NOW]);
    expect(texts('.live-column li')).toEqual([
      '€64.00, see the journeyIn the cartsilent for 2 hrShown a payment error',
      '€10.00, see the journeyordered 3 minutes ago',
    ]);
    expect(document.querySelector('.live-column li a')?.getAttribute('href')).toBe(
      '/sites/shop/journeys/j-1',
    );
    const listed = board.left.listed.map((cart) => ({ ...cart, lastType: 'view_cart' }));
    const told = pageOf([], { board: { ...board, left: { ...board.left, listed } } });
    expect(told.texts('.live-column li .quiet')).toEqual(['looked at the cart', 'silent for 2 hr']);
  });

  it('follows what happens, part by part', () => {
    const { document } = pageOf([LEFT]);
    expect(document.body.dataset.liveFrom).toBe('/api/sites/shop/live');
    const parts = [...document.querySelectorAll('[data-live]')].map((each) =>
      each.getAttribute('data-live'),
    );
    expect(parts).toEqual(['title', 'now', 'board']);
    expect(document.querySelector('.live-column li')?.getAttribute('data-key')).toBe('left j-1');
  });

  it('says what idle means, and that nothing is there', () => {
    const { texts } = pageOf([]);
    expect(texts('.live-column > .quiet')[2]).toBe(
      'Nothing told for 10 minutes or more: reading, thinking, or gone. Left after 1 hour.',
    );
    expect(texts('.live-none')).toHaveLength(5);
  });

  it('says when it does not count all, and when only confirmed orders count', () => {
    const { board } = pageOf([]);
    expect(pageOf([]).texts('.problem')).toEqual([]);
    const { texts } = pageOf([], { board: { ...board, complete: false }, onlyConfirmed: true });
    expect(texts('.problem')[0]).toContain('only the ones that moved last');
    expect(texts('.title')[0]).toContain('only orders that the shop’s server confirmed');
  });

  it('shows what shoppers sent as text', () => {
    const evil = withCart(
      { ...LEFT, id: EVIL },
      { deepest: EVIL, met: [{ what: `custom:${EVIL}`, step: EVIL, at: NOW, times: 1 }] },
    );
    const { document } = pageOf([evil]);
    expect(document.querySelectorAll('script:not([src]), img')).toHaveLength(0);
  });
});
