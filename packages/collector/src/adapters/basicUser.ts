import type { Context } from 'hono';

/** The user of `Authorization: Basic …`. Clients put the write key there and leave the password empty. */
export function basicUser(c: Context): string | undefined {
  const [, encoded] = /^Basic (\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  try {
    return encoded && atob(encoded);
  } catch {
    return undefined;
  }
}
