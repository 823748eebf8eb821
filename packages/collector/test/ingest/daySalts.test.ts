import { describe, expect, it } from 'vitest';
import { daySalts } from '../../src/ingest/daySalts.ts';
import { HOUR, NOW } from '../touchpoints.ts';

const DAY = 24 * HOUR;
const WHO = { site: 'shop', address: '192.0.2.7', userAgent: 'Firefox' };

describe('a visitor of a day', () => {
  it('is the same one all day, also for what arrives the day after', async () => {
    const { visitorOf } = daySalts();
    const inTime = await visitorOf(WHO, { at: NOW, now: NOW });
    expect(await visitorOf(WHO, { at: NOW + HOUR, now: NOW + HOUR })).toBe(inTime);
    expect(await visitorOf(WHO, { at: NOW, now: NOW + DAY })).toBe(inTime);
  });

  it.each([
    ['the next day', WHO, DAY],
    ['on another site', { ...WHO, site: 'other' }, 0],
    ['at another address', { ...WHO, address: '192.0.2.8' }, 0],
    ['with another browser', { ...WHO, userAgent: 'Chrome' }, 0],
    [
      'whose fields only look alike when run together',
      { ...WHO, site: 'shop1', address: '92.0.2.7' },
      0,
    ],
  ])('is somebody else %s', async (_, who, laterMs) => {
    const { visitorOf } = daySalts();
    const first = await visitorOf(WHO, { at: NOW, now: NOW });
    expect(await visitorOf(who, { at: NOW + laterMs, now: NOW + laterMs })).not.toBe(first);
  });

  it('is forgotten after a day more: what comes later joins nothing of that day', async () => {
    const { visitorOf } = daySalts();
    const inTime = await visitorOf(WHO, { at: NOW, now: NOW });
    expect(await visitorOf(WHO, { at: NOW, now: NOW + 2 * DAY })).not.toBe(inTime);
    expect(await visitorOf(WHO, { at: NOW, now: NOW })).not.toBe(inTime);
  });

  it('can’t be worked out from an address: every start has a salt of its own', async () => {
    const time = { at: NOW, now: NOW };
    const id = await daySalts().visitorOf(WHO, time);
    expect(await daySalts().visitorOf(WHO, time)).not.toBe(id);
    expect(id).toMatch(/^day:[0-9a-f]{32}$/);
  });
});
