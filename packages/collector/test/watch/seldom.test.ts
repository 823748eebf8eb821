import { describe, expect, it } from 'vitest';
import type { About } from '../../src/watch/log.ts';
import { seldom } from '../../src/watch/seldom.ts';

/** A log with a clock that only moves when it is told to. */
function logAt() {
  const time = { now: 0 };
  const said: [message: string, about: About | undefined][] = [];
  const log = seldom((message, about) => said.push([message, about]), { now: () => time.now });
  return { time, said, log };
}

describe('what is said again and again', () => {
  it('is passed on once a minute, with how often it was said since', () => {
    const { time, said, log } = logAt();
    for (time.now = 0; time.now <= 120_000; time.now += 1000) log('full', { level: 'error' });
    expect(said).toEqual([
      ['full', { level: 'error' }],
      ['full', { level: 'error', timesSince: 59, secondsSince: 60 }],
      ['full', { level: 'error', timesSince: 59, secondsSince: 60 }],
    ]);
  });

  it('holds nothing back that says something else', () => {
    const { said, log } = logAt();
    for (const message of ['full', 'full', 'lost', 'full']) log(message);
    expect(said.map(([message]) => message)).toEqual(['full', 'lost']);
  });

  it('is as good as new after a long while', () => {
    const { time, said, log } = logAt();
    log('full');
    time.now = 3_600_000;
    log('full');
    expect(said).toEqual([
      ['full', {}],
      ['full', {}],
    ]);
  });

  it('does not pile up where each is another', () => {
    const { said, log } = logAt();
    for (let n = 0; n < 1000; n++) log(`trouble ${n}`);
    expect(said).toHaveLength(1000);
    log('trouble 0');
    expect(said).toHaveLength(1001);
  });
});
