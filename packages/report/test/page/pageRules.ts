import { type Document, Window } from 'happy-dom';
import { expect } from 'vitest';

export const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

export function parsed(html: string): Document {
  const { document } = new Window();
  document.write(html);
  return document;
}

export const textOf = (element: { textContent: string } | null | undefined) =>
  element?.textContent.replace(/\s+/g, ' ').trim();

/** What holds for every page, whatever is on it. */
export function expectSoundPage(html: string): void {
  const document = parsed(html);
  expect(html.startsWith('<!doctype html><html lang="')).toBe(true);
  expect(document.querySelectorAll('main, h1')).toHaveLength(2);

  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) expect(name).not.toMatch(/^(style|on.*)$/);
  }
  expect(document.querySelectorAll('img, script, style, iframe')).toHaveLength(0);
  for (const link of document.querySelectorAll('a')) {
    expect(link.getAttribute('href')).toMatch(/^(\/(?!\/)|\?|#|$)/);
  }

  let depth = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const level = Number(heading.tagName.slice(1));
    expect(level).toBeLessThanOrEqual(depth + 1);
    depth = level;
  }
  for (const table of document.querySelectorAll('table')) {
    expect(table.querySelector('caption')?.textContent).toBeTruthy();
  }
  for (const cell of document.querySelectorAll('th')) expect(cell.hasAttribute('scope')).toBe(true);
  for (const svg of document.querySelectorAll('svg')) {
    expect(svg.hasAttribute('aria-label') || svg.getAttribute('aria-hidden') === 'true').toBe(true);
  }
  for (const field of document.querySelectorAll('select, input:not([type=hidden])')) {
    expect(field.closest('label') ?? field.getAttribute('aria-label')).toBeTruthy();
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);

  expect(document.body.textContent).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  expect(html).not.toMatch(/="[^"]*(undefined|NaN|Infinity|\[object)/);
}
