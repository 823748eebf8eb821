import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SendOptions, sendOnNode } from '../../src/webhooks/sendOnNode.ts';
import { startReceiver } from './receiver.ts';

describe(sendOnNode.name, () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const send = (options: SendOptions = {}, url = receiver.url) =>
    sendOnNode({ allowHosts: [receiver.host], ...options })({
      url,
      headers: { 'Content-Type': 'application/json' },
      body: '{"name":"기타"}',
    });

  it('posts the body as it is to a host that is allowed', async () => {
    expect(await send()).toMatchObject({ status: 204 });
    expect(receiver.received).toMatchObject([
      { body: '{"name":"기타"}', headers: { 'content-type': 'application/json' } },
    ]);
  });

  it('hands on how long the receiver wants to be left alone', async () => {
    receiver.answerWith((response) => response.writeHead(429, { 'Retry-After': '600' }).end());
    expect(await send()).toEqual({ status: 429, retryAfter: '600' });
  });

  it('follows no redirect', async () => {
    receiver.answerWith((response) =>
      response.writeHead(307, { Location: `${receiver.url}/elsewhere` }).end(),
    );
    expect(await send()).toMatchObject({ status: 307 });
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['loopback', 'https://127.0.0.1/'],
    ['loopback as a number', 'https://2130706433/'],
    ['loopback in other digits', 'https://0x7f.1/'],
    ['IPv6 loopback', 'https://[::1]/'],
    ['a mapped address', 'https://[::ffff:127.0.0.1]/'],
    ['metadata', 'https://169.254.169.254/latest/'],
  ])('refuses %s without asking anybody', async (_, url) => {
    const resolve = vi.fn();
    expect(await send({ resolve }, url)).toEqual({ error: 'The host’s address is not public' });
    expect(resolve).not.toHaveBeenCalled();
  });

  it.each([
    ['is private', ['10.0.0.1']],
    ['is private among public ones', ['8.8.8.8', '127.0.0.1']],
    ['is there not', []],
  ])('refuses a name whose address %s', async (_, addresses) => {
    const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
    expect(await send({ resolve }, 'https://mail.shop.example/')).toMatchObject({
      error: expect.stringMatching(/address/),
    });
  });

  it('connects to the address that was looked at, and asks for the name only once', async () => {
    const { port } = new URL(receiver.url);
    const host = `mail.shop.example:${port}`;
    const resolve = vi.fn(async () => [{ address: '127.0.0.1', family: 4 }]);
    const answer = await send({ resolve, allowHosts: [host] }, `http://${host}/hook`);
    expect(answer).toMatchObject({ status: 204 });
    expect(resolve).toHaveBeenCalledOnce();
    expect(receiver.received[0]?.headers.host).toBe(host);
  });

  it('refuses plain HTTP and other ports at the moment of sending too', async () => {
    expect(await send({ allowHosts: [] })).toMatchObject({
      error: expect.stringContaining('https://'),
    });
    expect(receiver.received).toEqual([]);
  });

  it('gives up on a receiver that doesn’t answer', async () => {
    receiver.answerWith(() => {});
    expect(await send({ timeoutMs: 50 })).toEqual({ error: 'No answer in 0.05 s' });
  });

  it('gives up on a name that nobody answers for', async () => {
    const resolve = () => new Promise<never>(() => {});
    expect(await send({ resolve, timeoutMs: 50 }, 'https://mail.shop.example/')).toEqual({
      error: 'No answer in 0.05 s',
    });
  });

  it('cuts the line when an answer goes on and on', async () => {
    const cut = new Promise<void>((done) =>
      receiver.answerWith((response) => {
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(8192)));
        };
        response.on('drain', more).on('close', done);
        more();
      }),
    );
    expect(await send()).toMatchObject({ status: 200 });
    await cut;
  });

  it('says why a connection failed', async () => {
    await receiver.close();
    expect(await send()).toEqual({ error: expect.stringContaining('ECONNREFUSED') });
  });
});
