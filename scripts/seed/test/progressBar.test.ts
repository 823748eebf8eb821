import { expect, it } from 'vitest';
import { progressBar } from '../progressBar.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0;
  return { written, stream: { isTTY, write } };
}

it('draws a bar over itself and ends its line', () => {
  const { written, stream } = terminal(true);
  const draw = progressBar(stream);
  for (let done = 1; done <= 300; done++) draw({ done, total: 300 });

  expect(written).toHaveLength(101);
  expect(written[50]).toBe(`\rSeeding ${'█'.repeat(15)}${'░'.repeat(15)} 50 %`);
  expect(written.at(-1)).toBe(`\rSeeding ${'█'.repeat(30)} 100 %\n`);
});

it('keeps quiet where nobody watches', () => {
  const { written, stream } = terminal(false);
  progressBar(stream)({ done: 1, total: 1 });
  expect(written).toEqual([]);
});
