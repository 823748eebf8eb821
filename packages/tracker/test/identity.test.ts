import { describe, expect, it } from 'vitest';
import { consented, createIdentity, NOBODYS_ID, signedIn, stranger } from '../src/identity.ts';
import type { Storage } from '../src/queue/storage.ts';

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
      visitor: expect.stringMatching(/^\d{18,40}$/),
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

describe(createIdentity.name, () => {
  const nowhere: Storage = async () => undefined;
  const somebody = expect.stringMatching(/^\d{18,40}$/);

  it.each([
    ['by default', [false, false, false], { visitor: somebody, send: true, keep: true }],
    [
      'where a yes is needed',
      [true, false, false],
      { visitor: somebody, send: false, keep: false },
    ],
    ['where nobody has an id', [false, true, true], { visitor: '', send: true, keep: true }],
    ['without one until a yes', [true, true, false], { visitor: '', send: true, keep: false }],
    ['who wants to leave no trace', [false, false, true], { visitor: '', send: true, keep: true }],
  ] as const)('knows a shopper %s', (_, settings, { visitor, send, keep }) => {
    const identity = createIdentity(nowhere, ...settings);
    expect(identity.me().visitor).toEqual(visitor);
    expect([identity.maySend(), identity.mayKeep()]).toEqual([send, keep]);
  });

  it('gives an id with the yes that it waited for', () => {
    const identity = createIdentity(nowhere, true, true, false);
    identity.change(signedIn(identity.me(), 'ann'));
    expect(identity.me()).toMatchObject({ visitor: '', user: undefined });
    identity.change(consented(identity.me(), 'granted'));
    expect(identity.me()).toMatchObject({ visitor: somebody, consent: 'granted' });
    expect([identity.maySend(), identity.mayKeep()]).toEqual([true, true]);
  });

  it('gives none to who wants to leave no trace, whatever is said', () => {
    const identity = createIdentity(nowhere, true, false, true);
    identity.change(consented(identity.me(), 'granted'));
    identity.change(signedIn(identity.me(), 'ann'));
    identity.change(stranger());
    expect(identity.me()).toEqual({ visitor: '', user: undefined, consent: 'granted' });
  });
});

describe('NOBODYS_ID', () => {
  it.each(['u-17', '17', 'Guest123', '007', 'ann@example.com'])('lets %s be somebody', (id) => {
    expect(NOBODYS_ID.test(id)).toBe(false);
  });

  it.each(['', '0', 'null', 'undefined', 'NaN', 'guest', 'Anonymous', '[object Object]'])(
    'is %j',
    (id) => {
      expect(NOBODYS_ID.test(id)).toBe(true);
    },
  );
});
