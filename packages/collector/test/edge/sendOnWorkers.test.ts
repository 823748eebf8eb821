import { describe, expect, it } from 'vitest';
import { isPublicName, sendOnWorkers } from '../../src/edge/sendOnWorkers.ts';

const MESSAGE = { headers: { 'Content-Type': 'application/json' }, body: '{}' };

/** Sends to a network that answers everything, and tells what came to it. */
async function sendTo(
  url: string,
  answer: (signal: AbortSignal) => Promise<Response> = async () => new Response('fine'),
) {
  const asked: { url: string; init: RequestInit }[] = [];
  const send = sendOnWorkers({
    allowHosts: ['127.0.0.1:9000'],
    timeoutMs: 100,
    fetch: (target, init) => {
      asked.push({ url: target.href, init });
      return answer(init.signal!);
    },
  });
  return { answer: await send({ ...MESSAGE, url }), asked };
}

describe(sendOnWorkers, () => {
  it('posts, follows no redirect, and hands on the status', async () => {
    const headers = { 'Retry-After': '7', Location: 'https://elsewhere.shop.net' };
    const { answer, asked } = await sendTo('https://mail.shop.net/hook', () =>
      Promise.resolve(new Response(null, { status: 302, headers })),
    );
    expect(answer).toEqual({ status: 302, retryAfter: '7' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.init).toMatchObject({ method: 'POST', body: '{}', redirect: 'manual' });
  });

  it.each([
    'http://mail.shop.net/',
    'https://user@mail.shop.net/',
    'https://mail.shop.net:8443/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://169.254.169.254/',
    'https://localhost/',
    'https://printer/',
    'https://db.internal./',
  ])('sends nothing to %s', async (url) => {
    const { answer, asked } = await sendTo(url);
    expect(answer).toHaveProperty('error');
    expect(asked).toEqual([]);
  });

  it('sends to a host of one’s own that is allowed by name', async () => {
    expect((await sendTo('http://127.0.0.1:9000/hook')).answer).toMatchObject({ status: 200 });
  });

  it.each([
    ['no answer in time', (signal: AbortSignal) => aborted(signal), 'No answer in 0.1 s'],
    ['a broken line', () => Promise.reject(new Error('Network connection lost.')), 'Network'],
  ])('takes %s for an answer, too', async (_, answer, error) => {
    const failed = await sendTo('https://mail.shop.net/', answer);
    expect(failed.answer).toMatchObject({ error: expect.stringContaining(error) });
  });
});

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}

it.each([
  ['mail.shop.net', true],
  ['mail.shop.net.', true],
  ['shop.home.arpa', false],
  ['a.localhost', false],
  ['nas.local', false],
  ['10.0.0.1', false],
])('calls the name %s public: %s', (name, expected) => {
  expect(isPublicName(name)).toBe(expected);
});
