import { HTTPException } from 'hono/http-exception';

/** What can't be read in an address is the asker's to mend. */
export function badRequest(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  const res = Response.json({ error: error.message }, { status: 400 });
  throw new HTTPException(400, { res });
}
