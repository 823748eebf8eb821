import { describe, expect, it } from 'vitest';
import { conversion } from '../../src/overview/conversion.ts';
import { wilson } from '../../src/wilson.ts';
import { DAY, HOUR, looked, MINUTE, NOW, open, ordered, QUESTION, waiting } from '../facts.ts';

describe(conversion.name, () => {
  const facts = [
    ordered(),
    looked(),
    waiting(),
    open(),
    { ...looked(), lastAt: NOW - MINUTE },
    { ...looked(), startedAt: QUESTION.from - DAY },
  ];

  it('counts the journeys begun in the period, and out of those that are over the share with an order', () => {
    expect(conversion(facts, QUESTION)).toEqual({
      unit: 'journeys',
      begun: 5,
      underWay: 2,
      ordered: 1,
      rate: wilson(1, 3),
    });
  });

  it('takes one with an order for over, whatever they do since', () => {
    const fact = { ...ordered(), lastAt: NOW - MINUTE };
    expect(conversion([fact], QUESTION)).toMatchObject({ underWay: 0, ordered: 1 });
  });

  it('is over once it was silent for as long as a cart is given', () => {
    const fact = { ...looked(), lastAt: NOW - HOUR };
    expect(conversion([fact], QUESTION)).toMatchObject({ underWay: 0, rate: wilson(0, 1) });
    const patient = { ...QUESTION, abandonedAfterMs: HOUR + 1 };
    expect(conversion([fact], patient)).toMatchObject({ underWay: 1, rate: wilson(0, 0) });
  });
});
