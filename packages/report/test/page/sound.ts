import { type Document, Window } from 'happy-dom';
import { expect } from 'vitest';

/** What a shopper, a shop or a reader may have typed somewhere. */
export const EVIL = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

export function parse(html: string): Document {
  const { document } = new Window();
  document.write(html);
  return document;
}

export const textOf = (element: { textContent: string } | null | undefined) =>
  element?.textContent.replace(/\s+/g, ' ').trim();

/**
 * Expects what every page has to be: a whole document that needs nothing a strict policy forbids, runs nothing
 * that somebody typed, names all that can be told apart, and has no hole where a figure should be.
 */
export function expectSound(html: string): void {
  const document = parse(html);
  expect(html.startsWith('<!doctype html><html lang="')).toBe(true);
  expect(document.querySelectorAll('main, h1')).toHaveLength(2);
  expect(document.querySelectorAll('img, style, iframe, object, base')).toHaveLength(0);
  expect(html).not.toContain('<script>alert');
  // A page that follows what happens runs the one script of its own, and no other page any.
  const scripts = document.body.hasAttribute('data-live-from') ? ['/assets/report.'] : [];
  const sources = [...document.querySelectorAll('script')].map((script) =>
    script.getAttribute('src')?.slice(0, '/assets/report.'.length),
  );
  expect(sources).toEqual(scripts);
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) expect(name).not.toMatch(/^(style|on.*)$/);
  }
  for (const link of document.querySelectorAll('a')) {
    expect(link.getAttribute('href')).toMatch(/^(\/(?!\/)|\?|#|$)/);
  }

  let depth = 0;
  for (const { tagName } of document.querySelectorAll('h1, h2, h3, h4')) {
    expect(Number(tagName.slice(1))).toBeLessThanOrEqual(depth + 1);
    depth = Number(tagName.slice(1));
  }
  for (const table of document.querySelectorAll('table')) {
    expect(table.querySelector('caption')?.textContent).toBeTruthy();
  }
  for (const cell of document.querySelectorAll('th')) expect(cell.hasAttribute('scope')).toBe(true);
  for (const svg of document.querySelectorAll('svg')) {
    const namedBy = svg.getAttribute('aria-labelledby')?.split(' ');
    const isNamed = namedBy
      ? namedBy.every((id) => document.getElementById(id)?.textContent)
      : svg.getAttribute('aria-label');
    expect(isNamed || svg.getAttribute('aria-hidden') === 'true').toBeTruthy();
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    expect(field.closest('label')?.textContent.trim()).toBeTruthy();
  }
  for (const section of document.querySelectorAll('section[aria-labelledby]')) {
    const by = section.getAttribute('aria-labelledby')!;
    expect(document.getElementById(by)?.textContent).toBeTruthy();
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(document.body.textContent).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  expect(html).not.toMatch(/="[^"]*(undefined|NaN|Infinity|\[object)/);
}
