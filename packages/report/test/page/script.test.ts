// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { script } from '../../src/assets/script.ts';

/** Stands for the browser's, and lets a test speak for the collector. */
class Events extends EventTarget {
  static last: Events;
  readonly url: string;
  onopen?: () => void;
  onerror?: () => void;
  constructor(url: string) {
    super();
    this.url = url;
    Events.last = this;
  }
}

const page = (parts: string, attributes = 'data-live-from="/api/sites/shop/live"') =>
  `<html><body ${attributes}><span id="live-state" data-on="Live" data-off="Not live"></span>${parts}</body></html>`;

const part = (content: string, name = 'carts') => `<div data-live="${name}">${content}</div>`;
const get = (selector: string) => document.querySelector<HTMLElement>(selector)!;

let answer: { status?: number; redirected?: boolean; body: string };
const read = vi.fn(async () => answer.body);
const fetched = vi.fn(async () => {
  const response = new Response(answer.body, { status: answer.status ?? 200 });
  Object.defineProperty(response, 'redirected', { value: answer.redirected ?? false });
  response.text = read;
  return response;
});
const reload = vi.fn();

function show(html: string) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceWith(document.adoptNode(fresh.body));
  new Function(script)();
}

/** The collector says that something changed, and would now answer with this page. */
async function change(body: string, more: Omit<typeof answer, 'body'> = {}) {
  answer = { body, ...more };
  const before = fetched.mock.calls.length;
  Events.last.dispatchEvent(new Event('changed'));
  await vi.waitFor(() => expect(fetched.mock.calls.length).toBeGreaterThan(before));
}

beforeEach(() => {
  vi.stubGlobal('EventSource', Events);
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(location, 'reload').mockImplementation(reload);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

describe('the script of the pages', () => {
  it('listens to the stream that the page names, and says whether it hears it', () => {
    show(page(''));
    expect(Events.last.url).toBe('/api/sites/shop/live');
    expect(get('#live-state').textContent).toBe('');

    Events.last.onopen?.();
    expect(get('#live-state').textContent).toBe('Live');
    Events.last.onerror?.();
    expect(get('#live-state').textContent).toBe('Not live');
  });

  it('asks for what it missed when the line is back', async () => {
    show(page(part('1')));
    Events.last.onopen?.();
    expect(fetched).not.toHaveBeenCalled();

    answer = { body: page(part('2')) };
    Events.last.onerror?.();
    Events.last.onopen?.();
    await vi.waitFor(() => expect(get('[data-live]').textContent).toBe('2'));
  });

  it('leaves a page alone that follows nothing', () => {
    const silent = vi.fn();
    vi.stubGlobal('EventSource', silent);
    show(page('', ''));
    expect(silent).not.toHaveBeenCalled();
  });

  it('brings the live parts in line with the fresh page, and nothing else', async () => {
    show(page(`<p id="still">old</p>${part('<b>1 cart</b>')}`));
    await change(page(`<p id="still">new</p>${part('<b class="x">2 carts</b><i>more</i>')}`));

    await vi.waitFor(() =>
      expect(get('[data-live]').innerHTML).toBe('<b class="x">2 carts</b><i>more</i>'),
    );
    expect(get('#still').textContent).toBe('old');
    expect(fetched).toHaveBeenCalledWith(location.href, { headers: { accept: 'text/html' } });
  });

  it('removes what is gone, attributes too', async () => {
    show(page(part('<b class="x">1</b><i>2</i>text')));
    await change(page(part('<b>1</b>')));
    await vi.waitFor(() => expect(get('[data-live]').innerHTML).toBe('<b>1</b>'));
  });

  it('keeps open details open, and closed ones closed', async () => {
    show(page(part('<details id="a"><p>1</p></details><details id="b"><p>1</p></details>')));
    get('#a').setAttribute('open', '');
    await change(
      page(part('<details id="a"><p>2</p></details><details id="b"><p>2</p></details>')),
    );

    await vi.waitFor(() => expect(get('#a').textContent).toBe('2'));
    expect(get('#a').hasAttribute('open')).toBe(true);
    expect(get('#b').hasAttribute('open')).toBe(false);
  });

  it('keeps the very element of a row that moves, and with it the focus', async () => {
    const row = (key: string) => `<li data-key="${key}"><a href="/${key}">${key}</a></li>`;
    show(page(part(`<ol>${row('a')}${row('b')}</ol>`)));
    const link = get('[data-key=b] a');
    link.focus();
    await change(page(part(`<ol>${row('new')}${row('b')}${row('a')}</ol>`)));

    await vi.waitFor(() => expect(get('ol').textContent).toBe('newba'));
    expect(get('[data-key=b] a')).toBe(link);
    expect(document.activeElement).toBe(link);
  });

  it('replaces what has become another kind of thing', async () => {
    show(page(part('<p>none</p>')));
    await change(page(part('<ol><li>one</li></ol>')));
    await vi.waitFor(() => expect(get('[data-live]').innerHTML).toBe('<ol><li>one</li></ol>'));
  });

  it.each([
    ['signed out meanwhile', { redirected: true }],
    ['answered with an error', { status: 500 }],
  ])('keeps what is there when %s', async (_, more) => {
    show(page(part('1')));
    await change(page(part('2')), more);
    await fetched.mock.results[0]?.value;
    await Promise.resolve();
    expect(read).not.toHaveBeenCalled();
    expect(get('[data-live]').textContent).toBe('1');
    expect(reload).not.toHaveBeenCalled();
  });

  it('loads the page anew when it has become a different one', async () => {
    show(page(part('1', 'waiting')));
    await change(page(part('1', 'figures')));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it('asks once for what changes while it asks', async () => {
    vi.useFakeTimers();
    show(page(part('1')));
    answer = { body: page(part('2')) };
    for (let i = 0; i < 5; i++) Events.last.dispatchEvent(new Event('changed'));
    await vi.advanceTimersByTimeAsync(0);
    expect(fetched).toHaveBeenCalledTimes(1);

    await vi.advanceTimersByTimeAsync(5000);
    expect(fetched).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('waits until it can be seen', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    show(page(part('1')));
    Events.last.dispatchEvent(new Event('changed'));
    expect(fetched).not.toHaveBeenCalled();

    hidden.mockReturnValue(false);
    answer = { body: page(part('2')) };
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(get('[data-live]').textContent).toBe('2'));
  });
});
