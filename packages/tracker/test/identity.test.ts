import { describe, expect, it } from 'vitest';
import { consented, signedIn, stranger, USER_ID } from '../src/identity.ts';

const ME = { visitor: 'v1' };

describe(signedIn.name, () => {
  it.each([
    ['a first user stays the visitor', ME, true],
    ['the same user stays the visitor', { ...ME, user: 'ann' }, true],
    ['another user is another visitor', { ...ME, user: 'ben' }, false],
  ])('%s', (_, me, stays) => {
    const next = { ...me, ...signedIn(me, 'ann') };
    expect(next.user).toBe('ann');
    expect(next.visitor === me.visitor).toBe(stays);
  });
});

describe(consented.name, () => {
  it('forgets who it was after a no', () => {
    expect({ ...ME, user: 'ann', ...consented(ME, 'denied') }).toEqual({
      visitor: '',
      user: undefined,
      consent: 'denied',
    });
  });

  it('is someone new when the yes comes after a no', () => {
    expect(consented({ visitor: '', consent: 'denied' }, 'granted')).toEqual({
      visitor: expect.stringMatching(/^[\da-f-]{36}$/),
      user: undefined,
      consent: 'granted',
    });
  });

  it('takes anything but a yes for a no', () => {
    expect(consented(ME, 'yes' as 'granted').consent).toBe('denied');
  });
});

it('a stranger is nobody twice', () => {
  expect(stranger().visitor).not.toBe(stranger().visitor);
});

describe('USER_ID', () => {
  it.each(['u-17', '17', 'Guest123', 'ann@example.com', 'a'.repeat(128)])('takes %s', (id) => {
    expect(USER_ID.test(id)).toBe(true);
  });

  it.each([
    '',
    '0',
    'null',
    'undefined',
    'NaN',
    'guest',
    'Anonymous',
    '[object Object]',
    'a'.repeat(129),
  ])('refuses %j', (id) => {
    expect(USER_ID.test(id)).toBe(false);
  });
});
