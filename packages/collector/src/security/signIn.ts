import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Store } from '../store/store.ts';
import {
  allows,
  type Grant,
  grant,
  granted,
  isOfKind,
  reaches,
  revoke,
  type Scope,
} from './access.ts';
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
  keepInBrowser(c, secret, SESSION_MS);
}

/**
 * Lets a browser in by a share link. The link's own secret is its session: it ends with the link, in
 * every browser at once.
 */
export function startSharedSession(c: Context, secret: string, leftMs: number): void {
  keepInBrowser(c, secret, Math.min(leftMs, SESSION_MS));
}

function keepInBrowser(c: Context, secret: string, forMs: number): void {
  setCookie(c, COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isOverTls(c),
    path: '/',
    maxAge: Math.ceil(forMs / 1000),
  });
}

/**
 * A TLS proxy talks plain HTTP to the collector and says what the browser talks. Who makes that up
 * only keeps its own cookie from being sent in the clear.
 */
export function isOverTls(c: Context): boolean {
  const told = c.req.header('X-Forwarded-Proto')?.split(',')[0]?.trim();
  return (told ?? new URL(c.req.url).protocol.replace(':', '')) === 'https';
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

/** What the sender of a request may do where it asks: by its bearer token, else by its session. */
export async function grantOf(c: Context, deps: SignInDeps): Promise<Grant | undefined> {
  const { store, now } = deps;
  const token = bearerOf(c);
  const given = token
    ? await granted(store, 'token', { secret: token, now: now() })
    : await sessionOf(c, deps);
  return given && reaches(given, c.req.path) ? given : undefined;
}

/** What a browser's session opens, wherever it asks. */
export async function sessionOf(
  c: Context,
  { store, now }: SignInDeps,
): Promise<Grant | undefined> {
  const secret = getCookie(c, COOKIE);
  if (!secret) return undefined;
  return granted(store, isOfKind(secret, 'share') ? 'share' : 'session', { secret, now: now() });
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
