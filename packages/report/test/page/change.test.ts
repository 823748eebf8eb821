import { describe, expect, it } from 'vitest';
import { Change } from '../../src/page/change.tsx';
import { voiceOf } from '../../src/page/voice.ts';
import { parse } from './sound.ts';

const voice = voiceOf('en', 'Europe/Berlin');
const shown = (now: number, before: number) =>
  parse(`<p>${Change({ now, before, shown: String(before), voice })}</p>`)
    .querySelector('p')!
    .textContent.replace(/\s+/g, ' ');

describe(Change.name, () => {
  it.each([
    [110, 100, '▲up 10% from 100'],
    [90, 100, '▼down 10% from 100'],
    [100, 100, 'unchanged from 100'],
    [5, 0, '▲up from 0'],
    [10, 1, '▲up 900% from 1'],
    [16, 1, '▲up from 1'],
  ])(
    'from what, and by what share of it while that says something: %d now, %d before',
    (now, before, text) => {
      expect(shown(now, before)).toBe(text);
    },
  );
});
