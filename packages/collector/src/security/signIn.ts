import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Store } from '../store/store.ts';
import { allows, type Grant, grant, granted, revoke, type Scope } from './access.ts';
import { hashSecret } from './secret.ts';

const COOKIE = 'cartograph_session';
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

interface SignInDeps {
  store: Store;
  now: () => number;
}

/** Starts a session for whoever holds this grant. */
export async function startSession(c: Context, { scope }: Grant, deps: SignInDeps): Promise<void> {
  const expiresAt = deps.now() + SESSION_MS;
  const secret = await grant(deps.store, 'session', { scope, expiresAt });
  setCookie(c, COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
    path: '/',
    maxAge: SESSION_MS / 1000,
  });
}

export async function endSession(c: Context, { store, now }: SignInDeps): Promise<void> {
  const secret = deleteCookie(c, COOKIE, { path: '/' });
  if (secret) await revoke(store, 'session', { secret, now: now() });
}

/** What a form has to bring along to be this session's own. `undefined` without a session. */
export async function csrfTokenOf(c: Context): Promise<string | undefined> {
  const session = getCookie(c, COOKIE);
  return session && hashSecret(`csrf ${session}`);
}

/** What the sender of a request may do: by its bearer token, else by its session. */
export async function grantOf(c: Context, { store, now }: SignInDeps): Promise<Grant | undefined> {
  const token = bearerOf(c);
  if (token) return granted(store, 'token', { secret: token, now: now() });
  const session = getCookie(c, COOKIE);
  return session ? granted(store, 'session', { secret: session, now: now() }) : undefined;
}

/** Whether a request comes with a secret key that may send as a server does. */
export async function mayWrite(c: Context, { store, now }: SignInDeps): Promise<boolean> {
  const secret = bearerOf(c);
  if (secret === undefined) return false;
  return allows(await granted(store, 'token', { secret, now: now() }), 'write');
}

/** Who does something, for the audit log: a token or a session by the first digits of its hash. */
export async function actorOf(c: Context): Promise<string> {
  const token = bearerOf(c);
  const secret = token ?? getCookie(c, COOKIE) ?? '';
  return `${token ? 'token' : 'session'} ${(await hashSecret(secret)).slice(0, 8)}`;
}

function bearerOf(c: Context): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}

/**
 * Lets a request pass that may do what `scope` says.
 *
 * @param refuse The answer to one that may not.
 */
export function requires(
  scope: Scope,
  deps: SignInDeps,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    if (!allows(await grantOf(c, deps), scope)) return refuse(c);
    await next();
  };
}
