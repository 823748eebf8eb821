import { describe, expect, it } from 'vitest';
import { createLog, LEVELS, type LogOptions } from '../../src/watch/log.ts';
import { NOW } from '../touchpoints.ts';

const HOSTILE = 'a\r\n2026-01-01T00:00:00.000Z error forged\u2028\u001b[31m\u0085\u202e"}';

describe(createLog.name, () => {
  const logging = (options: Partial<LogOptions> = {}) => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => void lines.push(line), now: () => NOW, ...options });
    return { lines, log };
  };

  it('writes an object a line', () => {
    const { lines, log } = logging({ format: 'json' });
    log('store out of reach', { level: 'error', site: 'shop', ms: 3 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        time: '2026-11-22T12:00:00.000Z',
        level: 'error',
        message: 'store out of reach',
        site: 'shop',
        ms: 3,
      },
    ]);
  });

  it('writes a line of text', () => {
    const { lines, log } = logging();
    log('store out of reach', { site: 'shop', problem: 'disk full' });
    expect(lines).toEqual([
      '2026-11-22T12:00:00.000Z warn  store out of reach site=shop problem="disk full"',
    ]);
  });

  it.each(['text', 'json'] as const)('keeps to one line of %s, whatever is in it', (format) => {
    const { lines, log } = logging({ format });
    log(HOSTILE, { field: HOSTILE });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\r\n\u2028\u2029]|\p{C}/u);
  });

  it('lets no field pass for its own time, level or message', () => {
    const { lines, log } = logging({ format: 'json' });
    log('true', { time: 'never', message: 'false' });
    expect(JSON.parse(lines[0]!)).toMatchObject({ message: 'true', level: 'warn' });
    expect(lines[0]).not.toContain('never');
  });

  it.each([
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
  ] as const)('from %s on writes %i of the four', (level, count) => {
    const { lines, log } = logging({ level });
    for (const each of LEVELS) log('hello', { level: each });
    expect(lines).toHaveLength(count);
  });
});
