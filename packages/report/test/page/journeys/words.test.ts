import { describe, expect, it, vi } from 'vitest';
import { ko as abandonmentKo } from '../../../src/page/abandonment/ko.ts';
import { ko as journeysKo } from '../../../src/page/journeys/ko.ts';
import { ko as liveKo } from '../../../src/page/live/ko.ts';
import { leavesOf } from '../dictionary.ts';

type Words = Record<string, unknown>;

/** Paths of the entries that a page has read, and the dictionaries that they are in. */
const { used } = vi.hoisted(() => ({ used: new Set<string>() }));

vi.mock(import('../../../src/page/abandonment/en.ts'), async (original) => {
  const { watched } = await import('../dictionary.ts');
  return { en: watched((await original()).en, used, 'abandonment.') };
});
vi.mock(import('../../../src/page/journeys/en.ts'), async (original) => {
  const { watched } = await import('../dictionary.ts');
  return { en: watched((await original()).en, used, 'journeys.') };
});
vi.mock(import('../../../src/page/live/en.ts'), async (original) => {
  const { watched } = await import('../dictionary.ts');
  return { en: watched((await original()).en, used, 'live.') };
});

const { showEverything } = await import('./showEverything.ts');
const actual = async () => ({
  abandonment: (await vi.importActual<{ en: Words }>('../../../src/page/abandonment/en.ts')).en,
  journeys: (await vi.importActual<{ en: Words }>('../../../src/page/journeys/en.ts')).en,
  live: (await vi.importActual<{ en: Words }>('../../../src/page/live/en.ts')).en,
});
const KO = { abandonment: abandonmentKo, journeys: journeysKo, live: liveKo };

describe('the words of journeys, of live carts and of what came after', () => {
  it('are all used by some page', async () => {
    showEverything();
    const unused = leavesOf(await actual()).filter(([path]) => !used.has(path));
    expect(unused.map(([path]) => path)).toEqual([]);
  });

  it('are in Korean throughout', () => {
    const words = leavesOf(KO).filter(([, leaf]) => typeof leaf === 'string');
    expect(words.length).toBeGreaterThan(80);
    for (const [path, word] of words) expect(`${path}: ${word}`).toMatch(/: .*[가-힣]/);
  });

  it('have the very entries in both languages, and say the same things in them', async () => {
    const [english, korean] = [leavesOf(await actual()), leavesOf(KO)];
    expect(korean.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    const marks = ['⟨a⟩', '⟨b⟩', '⟨c⟩', '⟨d⟩'];
    const ofPath = new Map(korean);
    for (const [path, leaf] of english) {
      if (typeof leaf !== 'function') continue;
      const said = (say: (...parts: unknown[]) => string, first: unknown) => {
        const text = say(first, ...marks.slice(1));
        return marks.filter((mark) => text.includes(mark));
      };
      // A number before its written form decides between one and many.
      const first = /stops$/.test(path) ? 2 : marks[0];
      const other = ofPath.get(path) as (...parts: unknown[]) => string;
      expect([path, ...said(other, first)]).toEqual([path, ...said(leaf as typeof other, first)]);
    }
  });
});
