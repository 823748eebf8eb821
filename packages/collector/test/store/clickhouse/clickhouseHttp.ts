import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ChdbConnection } from 'chdb/connection';

/** What one request asked, as it came over the wire. */
export interface Asked {
  query: string;
  database: string | undefined;
  user: string | undefined;
  password: string | undefined;
  settings: Readonly<Record<string, string>>;
  /** As text, in ClickHouse's own form. */
  params: Readonly<Record<string, string>>;
  /** What is inserted. */
  data: string;
  isCompressed: boolean;
  isMultipart: boolean;
}

/** Settings of the interface, not of the engine. */
const OF_HTTP = new Set([
  ...['query', 'query_id', 'database', 'default_format', 'wait_end_of_query'],
  ...['enable_http_compression', 'session_id'],
]);

/**
 * ClickHouse's HTTP interface, before the engine in this process: statements in the address, the body
 * or a form, `param_…`, settings, gzip both ways, and errors as the server words them.
 * https://clickhouse.com/docs/interfaces/http
 */
export async function clickhouseHttp(connect: () => ChdbConnection) {
  const asked: Asked[] = [];
  /** What the next requests fail with, before anything is done. */
  const failures: string[] = [];

  const server = createServer({ maxHeaderSize: 1 << 20 }, async (request, response) => {
    const told = await read(request);
    asked.push(told);
    const failure = failures.shift();
    const answer = failure ? { error: failure } : await run(connect(), told);
    const wantsGzip = request.headers['accept-encoding']?.includes('gzip') ?? false;
    if (wantsGzip) response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('X-ClickHouse-Summary', '{"read_rows":"0","written_rows":"0"}');
    if ('error' in answer) {
      response.statusCode = 500;
      const [, code = '0'] = /^Code: (\d+)/.exec(answer.error) ?? [];
      response.setHeader('X-ClickHouse-Exception-Code', code);
    }
    const body = 'error' in answer ? Buffer.from(answer.error) : answer.body;
    response.end(wantsGzip ? gzipSync(body) : body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  return {
    /** `127.0.0.1:49152` */
    host: `127.0.0.1:${port}`,
    asked,
    failures,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { searchParams } = new URL(request.url ?? '/', 'http://any.example');
  const isCompressed = request.headers['content-encoding'] === 'gzip';
  const raw = Buffer.concat(await request.toArray());
  const body = isCompressed ? gunzipSync(raw) : raw;
  const form = await formOf(request.headers['content-type'] ?? '', body);
  const all = new Map([...searchParams, ...form]);
  const named = (wanted: (key: string) => boolean) =>
    Object.fromEntries([...all].filter(([key]) => wanted(key)));
  const [user, password] = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64')
    .toString()
    .split(':');
  return {
    query: all.get('query') ?? body.toString(),
    data: searchParams.has('query') ? body.toString() : '',
    database: all.get('database'),
    user,
    password,
    settings: named((key) => !OF_HTTP.has(key) && !key.startsWith('param_')),
    params: named((key) => key.startsWith('param_')),
    isCompressed,
    isMultipart: form.size > 0,
  };
}

async function formOf(type: string, body: Buffer): Promise<Map<string, string>> {
  if (!type.startsWith('multipart/form-data')) return new Map();
  const form = await new Response(new Uint8Array(body), {
    headers: { 'Content-Type': type },
  }).formData();
  return new Map([...form].map(([name, value]) => [name, String(value)]));
}

async function run(
  connection: ChdbConnection,
  { query, data, database, settings, params }: Asked,
): Promise<{ body: Buffer } | { error: string }> {
  try {
    for (const [name, value] of Object.entries({ ...settings, ...params })) {
      await connection.command({ query: `set ${name} = ${quoted(value)}` });
    }
    if (database) await connection.command({ query: `use ${database}` });
    if (data) {
      await connection.insert({ query, values: data });
      return { body: Buffer.alloc(0) };
    }
    const { stream } = await connection.query({ query });
    return { body: Buffer.concat(await stream.toArray()) };
  } catch (error) {
    const { code, type, message } = error as Error & { code?: string; type?: string };
    return { error: `Code: ${code}. DB::Exception: ${message} (${type}) (version 26.7.2.1)` };
  } finally {
    await connection.close();
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
