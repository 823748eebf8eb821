import { expect, it } from 'vitest';
import { personOf } from '../src/identity.ts';

const aliasOf = (visitor: string) => (visitor === 'known' ? 'u-1' : undefined);

it.each([
  ['a visitor nobody knows', { visitor: 'new' }, 'v:new'],
  ['a visitor that once signed in', { visitor: 'known' }, 'u:u-1'],
  ['a user', { visitor: 'new', user: 'u-2' }, 'u:u-2'],
  ['another user on a known visitor', { visitor: 'known', user: 'u-2' }, 'u:u-2'],
])('%s', (_, touchpoint, person) => {
  expect(personOf(touchpoint, aliasOf)).toBe(person);
});
