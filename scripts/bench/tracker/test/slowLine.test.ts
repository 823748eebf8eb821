import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlowLine, slowLine } from '../slowLine.ts';

describe(slowLine.name, () => {
  let server: Server;
  let line: SlowLine;
  let heard: Promise<string>;
  beforeEach(async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    heard = promise;
    server = createServer(async (socket) => {
      let text = '';
      for await (const chunk of socket.on('error', () => {})) {
        text += chunk;
        if (!socket.destroyed) socket.write('heard');
      }
      if (text) resolve(text);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    line = await slowLine((server.address() as AddressInfo).port, 100);
  });
  afterEach(async () => {
    await line.close();
    server.close();
  });

  const dial = () => connect(line.port, '127.0.0.1').on('error', () => {});

  it('takes a round trip to open, and one for an answer', async () => {
    const from = performance.now();
    const socket = dial();
    socket.write('hello');
    await once(socket, 'data');
    // Timers may be a little early.
    expect(performance.now() - from).toBeGreaterThan(195);
    socket.end();
  });

  it('delivers what was sent before its sender was gone', async () => {
    const socket = dial();
    socket.write('last ');
    socket.end('words');
    socket.destroySoon();
    expect(await heard).toBe('last words');
  });

  it('breaks all connections when it goes down, and takes none', async () => {
    const open = dial();
    await once(open, 'connect');
    const broken = once(open, 'close');
    line.isDown = true;
    await broken;

    await once(dial(), 'close');

    line.isDown = false;
    const again = dial();
    again.end('back');
    expect(await heard).toBe('back');
  });
});
