import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Tab } from './engine.ts';

/** Drives a page of a browser that has no driver: the page asks what to do, does it, and tells. */
export interface Remote extends Tab {
  /** Address of the script that the page has to include. */
  script: string;
  /** Resolves when a page has asked for something to do. */
  ready(): Promise<void>;
}

interface Answer {
  value?: unknown;
  error?: string;
}

const SCRIPT = `{
  const { origin } = new URL(document.currentScript.src);
  const next = async () => {
    const expression = await (await fetch(origin + '/next')).text();
    const answer = {};
    try {
      answer.value = await (0, eval)(expression);
    } catch (error) {
      answer.error = String(error);
    }
    await fetch(origin + '/answer', { method: 'POST', body: JSON.stringify(answer) });
    next();
  };
  const begin = () => next().catch(() => {});
  if (document.prerendering) document.addEventListener('prerenderingchange', begin);
  else begin();
}`;

/** One page at a time, and one expression. */
export async function createRemote(): Promise<Remote> {
  let asking: ServerResponse | undefined;
  let onAsk = () => {};
  let onAnswer: (answer: Answer) => void = () => {};

  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/next') {
      asking = response;
      // A page that was left has nothing to say any more.
      onAnswer({});
      return onAsk();
    }
    if (request.method !== 'POST') {
      response.setHeader('Content-Type', 'text/javascript');
      return void response.end(SCRIPT);
    }
    let body = '';
    request.setEncoding('utf8').on('data', (text) => {
      body += text;
    });
    request.on('end', () => {
      response.end();
      onAnswer(JSON.parse(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const ready = () =>
    new Promise<void>((resolve) => {
      onAsk = resolve;
      if (asking) resolve();
    });

  return {
    script: `http://127.0.0.1:${(server.address() as AddressInfo).port}/remote.js`,
    ready,
    async run(expression) {
      await ready();
      const answered = new Promise<Answer>((resolve) => {
        onAnswer = resolve;
      });
      asking!.end(expression);
      asking = undefined;
      const { value, error } = await answered;
      if (error) throw new Error(error);
      return value;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
