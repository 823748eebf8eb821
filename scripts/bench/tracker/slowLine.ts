import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SlowLine {
  port: number;
  /** Down: connections break, and no new one comes about. */
  isDown: boolean;
  close(): Promise<void>;
}

/**
 * A TCP line of a certain length to a local port. A connection takes one round trip to open (as TCP
 * does; TLS would add to it); what was sent before its sender was gone still arrives, as on a real
 * line.
 *
 * @param roundTripMs There and back.
 */
export async function slowLine(port: number, roundTripMs: number): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  let isDown = false;

  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isDown) return void near.destroy();
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    const oneWayMs = roundTripMs / 2;
    carry(near, far, oneWayMs, performance.now() + roundTripMs);
    carry(far, near, oneWayMs);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    port: (server.address() as AddressInfo).port,
    get isDown() {
      return isDown;
    },
    set isDown(value) {
      isDown = value;
      if (isDown) for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** In order, each a while after it was sent. */
function carry(from: Socket, to: Socket, delayMs: number, openAt = 0): void {
  let last = Promise.resolve();
  const later = (deed: () => void) => {
    const due = Math.max(performance.now(), openAt) + delayMs;
    last = last.then(async () => {
      await new Promise((passed) => setTimeout(passed, Math.max(0, due - performance.now())));
      if (!to.destroyed) deed();
    });
  };
  let hasEnded = false;
  const end = () => {
    if (!hasEnded) later(() => to.end());
    hasEnded = true;
  };
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('end', end).on('close', end);
}
