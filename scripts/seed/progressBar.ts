import type { Progress } from './deliver.ts';

const WIDTH = 30;

/** Draws a bar on a terminal, over and over in its line. Elsewhere it keeps quiet. */
export function progressBar(
  terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): (progress: Progress) => void {
  if (!terminal.isTTY) return () => {};

  let shown = -1;
  return ({ done, total }) => {
    const percent = Math.floor((done / total) * 100);
    if (percent === shown) return;
    shown = percent;
    const bar = '█'.repeat(Math.floor((percent / 100) * WIDTH)).padEnd(WIDTH, '░');
    terminal.write(`\rSeeding ${bar} ${percent} %${done === total ? '\n' : ''}`);
  };
}
