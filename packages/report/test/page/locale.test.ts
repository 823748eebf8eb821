import { describe, expect, it } from 'vitest';
import { pickLocale } from '../../src/page/locale.ts';

describe(pickLocale.name, () => {
  it.each([
    ['English by default', undefined, undefined, 'en'],
    ['the browser’s language', 'ko-KR,ko;q=0.9,en-US;q=0.8', undefined, 'ko'],
    ['the first one there is', 'fr-FR,fr;q=0.9,ko;q=0.8,en;q=0.7', undefined, 'ko'],
    ['the one with the highest weight, wherever it stands', 'en;q=0.3, ko;q=0.9', undefined, 'ko'],
    ['none that is refused', 'ko;q=0', undefined, 'en'],
    ['English where none is there', 'fr, de;q=0.5, *;q=0.1', undefined, 'en'],
    ['the language of a terminal', 'ko_KR.UTF-8', undefined, 'ko'],
    ['what the address asks for', 'en', 'ko', 'ko'],
    ['what the address asks for, in full', 'en', 'KO-kr', 'ko'],
    ['the browser’s, where the address asks for one there is not', 'ko', 'xx', 'ko'],
    ['English for nonsense', ';;;q=,,=', '<script>', 'en'],
  ])('picks %s', (_, acceptLanguage, query, expected) => {
    expect(pickLocale(acceptLanguage, query)).toBe(expected);
  });
});
