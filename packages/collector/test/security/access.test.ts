import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allows, grant, granted, revoke } from '../../src/security/access.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../touchpoints.ts';

describe('access', () => {
  let store: Store;
  beforeEach(() => {
    store = sqliteStore(':memory:');
  });
  afterEach(() => store.close());

  it('knows a secret again, and no other', async () => {
    const secret = await grant(store, 'token', { scope: 'read' });
    expect(await granted(store, 'token', { secret, now: NOW })).toEqual({ scope: 'read' });
    expect(await granted(store, 'token', { secret: `${secret}x`, now: NOW })).toBeUndefined();
    expect(await granted(store, 'session', { secret, now: NOW })).toBeUndefined();
  });

  it('keeps no secret, only its hash', async () => {
    const secret = await grant(store, 'token', { scope: 'read' });
    expect(JSON.stringify(await store.list(''))).not.toContain(secret.slice(4));
  });

  it('forgets a secret when it expires', async () => {
    const secret = await grant(store, 'session', { scope: 'read', expiresAt: NOW });
    expect(await granted(store, 'session', { secret, now: NOW - 1 })).toBeDefined();
    expect(await granted(store, 'session', { secret, now: NOW })).toBeUndefined();
    expect(await store.list('session:')).toEqual([]);
  });

  it('lets one caller use a login, however many try', async () => {
    const secret = await grant(store, 'login', { scope: 'admin' });
    const tries = await Promise.all(
      [1, 2, 3].map(() => revoke(store, 'login', { secret, now: NOW })),
    );
    expect(tries.filter(Boolean)).toEqual([{ scope: 'admin' }]);
  });

  it.each([
    ['read', 'read', true],
    ['write', 'read', false],
    ['read', 'write', false],
    ['admin', 'read', true],
    ['admin', 'write', true],
    ['read', 'admin', false],
  ] as const)('%s may %s: %s', (scope, needed, expected) => {
    expect(allows({ scope }, needed)).toBe(expected);
    expect(allows(undefined, needed)).toBe(false);
  });
});
