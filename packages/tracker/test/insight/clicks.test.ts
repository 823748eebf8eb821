import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInsight, told, watched } from './insight.ts';

/** Clicks as fast as a shopper who has had enough. */
async function hammer(page: Page, selector: string, times = 6): Promise<void> {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  const session = await page.context().newCDPSession(page);
  const event = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1 } as const;
  // Sent at once, lest a slow machine put time between them.
  await Promise.all(
    Array.from({ length: times }).flatMap(() => [
      session.send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed' }),
      session.send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased' }),
    ]),
  );
}

describeInsight('rage clicks', (shop) => {
  const rages = async (page: Page) =>
    (await told(shop, page)).filter(([type]) => type === 'rage_click');

  it('are told once a burst', async () => {
    shop.body =
      '<form id="pay"><button class="submit">Pay now</button></form><script>onsubmit = () => false</script>';
    const page = await watched(shop);
    await hammer(page, 'button');
    await page.clock.fastForward(2000);
    await hammer(page, 'button', 4);
    expect(await rages(page)).toEqual([
      ['rage_click', { target: '#pay>button.submit' }],
      ['rage_click', { target: '#pay>button.submit' }],
    ]);
  });

  it('are told of a place where nothing is', async () => {
    shop.body = '<img id="photo" width="99" height="99">';
    const page = await watched(shop);
    await hammer(page, 'img');
    expect(await rages(page)).toEqual([['rage_click', { target: '#photo' }]]);
  });

  it.each([
    ['three clicks', '<button>Pay now</button>', 'button', 3],
    [
      'a stepper',
      '<div class="quantity"><button><svg width="9"></svg></button><input></div>',
      'button',
      6,
    ],
    ['a plus', '<button>+</button>', 'button', 6],
    ['a number', '<input type="number">', 'input', 6],
    ['a carousel', '<div class="carousel"><button>Next</button></div>', 'button', 6],
    ['a video', '<video width="99" height="99"></video>', 'video', 6],
  ])('are not %s', async (_, body, selector, times) => {
    shop.body = body;
    const page = await watched(shop);
    await hammer(page, selector, times);
    expect(await rages(page)).toEqual([]);
  });

  it('are not a paragraph that is selected', async () => {
    shop.body = '<p id="text">One two three</p>';
    const page = await watched(shop);
    await page.locator('p').click({ clickCount: 3 });
    await page.locator('p').click({ clickCount: 4 });
    expect(await rages(page)).toEqual([]);
  });

  it('are not a key that is held down', async () => {
    shop.body = '<button>Pay now</button>';
    const page = await watched(shop);
    await page.locator('button').focus();
    await page.evaluate(() => {
      (window as unknown as { clicks: number }).clicks = 0;
      addEventListener('click', () => (window as unknown as { clicks: number }).clicks++);
    });
    const session = await page.context().newCDPSession(page);
    const enter = {
      type: 'keyDown',
      key: 'Enter',
      code: 'Enter',
      text: '\r',
      windowsVirtualKeyCode: 13,
    } as const;
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => session.send('Input.dispatchKeyEvent', enter)));
    await page.waitForFunction('clicks === 6');
    expect(await rages(page)).toEqual([]);
  });

  it('are not clicks here and there, on a label, or of the page itself', async () => {
    shop.body = `<label><input type="checkbox"> Gift wrap</label><p></p>
      <button id="a">Red</button><button id="b" style="margin-left: 200px">Blue</button>`;
    const page = await watched(shop);
    await page.evaluate(() => {
      for (let times = 0; times < 9; times++) document.querySelector('button')!.click();
    });
    await hammer(page, 'label', 2);
    await hammer(page, '#a', 2);
    await hammer(page, '#b', 2);
    expect(await rages(page)).toEqual([]);
  });
});

describeInsight('dead clicks', (shop) => {
  const deaths = async (page: Page) =>
    (await told(shop, page)).filter(([type]) => type === 'dead_click').map(([, params]) => params);

  it.each([
    ['a button', '<button id="it">Pay now</button>'],
    ['what is inside of one', '<button id="it"><b data-click>Pay now</b></button>'],
    ['a link', '<a id="it" href="javascript:void 0">Details</a>'],
    ['what plays a button', '<div id="it" role="button">Pay now</div>'],
    ['what looks like one', '<div id="it" style="cursor: pointer">Pay now</div>'],
    [
      'a submit that does nothing',
      '<form onsubmit="return false"><input id="it" type="button" value="Pay"></form>',
    ],
    ['a link that is held up', '<a id="it" href="/next" onclick="return false">Next</a>'],
  ])('are told of %s, once', async (_, body) => {
    shop.body = body;
    const page = await watched(shop);
    for (let times = 0; times < 2; times++) {
      await page.locator('[data-click],#it').last().click();
      await page.clock.fastForward(3000);
    }
    expect(await deaths(page)).toEqual([{ target: '#it' }]);
  });

  it.each([
    ['changes the page', '<button onclick="this.textContent = 1">It</button>'],
    ['changes an attribute', '<button onclick="document.body.className = 1">It</button>'],
    [
      'changes it in the end',
      '<button onclick="setTimeout(() => document.body.append(1), 1000)">It</button>',
    ],
    ['asks the server', '<button onclick="fetch(\'/pending\')">It</button>'],
    [
      'asks the server the old way',
      "<button onclick=\"x = new XMLHttpRequest; x.open('GET', '/pending'); x.send()\">It</button>",
    ],
    [
      'scrolls',
      `<button onclick="window.scrollTo(0, 99); isDone = false">It</button><p style="height: 3000px">
        <script>onscroll = () => { isDone = true }</script>`,
    ],
    [
      'moves the focus',
      '<button onclick="document.querySelector(\'input\').focus()">It</button><input>',
    ],
    ['leaves, however long it takes', '<button onclick="location.href = \'/slow\'">It</button>'],
    ['is a link that leaves', '<a href="/slow">It</a>'],
    ['downloads', '<a href="/slow" download onclick="return false">It</a>'],
    ['writes a mail', '<a href="mailto:a@b.example" onclick="return false">It</a>'],
    ['opens a tab', '<a href="/slow" target="_blank" onclick="return false">It</a>'],
    ['is off', '<button aria-disabled="true">It</button>'],
    ['is chosen already', '<button aria-pressed="true">It</button>'],
    [
      'opens a file picker',
      '<button onclick="document.querySelector(\'input\').click()">It</button><input type="file" hidden>',
    ],
    ['says what is missing', '<form><input required><button>It</button></form>'],
    ['opens a popover', '<button popovertarget="pop">It</button><div id="pop" popover>Hi</div>'],
    ['is no button', '<p>It</p>'],
    ['is a label', '<label><input type="radio" checked> It</label>'],
    [
      'is inside a web component',
      '<x-a></x-a><script>document.querySelector("x-a").attachShadow({ mode: "open" }).innerHTML = "<button>It</button>"</script>',
    ],
  ])('are not told where it %s', async (_, body) => {
    await shop.context.route('**/pending', () => {});
    // No content: the page stays, as it does while it waits for a slow answer.
    await shop.context.route('**/slow', (route) => route.fulfill({ status: 204 }));
    shop.body = body;
    const page = await watched(shop);
    await page.getByText('It', { exact: true }).first().click({ force: true, noWaitAfter: true });
    await page.waitForFunction('globalThis.isDone !== false');
    await page.clock.runFor(1500);
    expect(await deaths(page)).toEqual([]);
  });

  it.each(['Control', 'Shift', 'Meta'] as const)('are not told of a click with %s', async (key) => {
    shop.body = '<button>It</button>';
    const page = await watched(shop);
    await page.getByText('It').click({ modifiers: [key] });
    await page.getByText('It').click({ button: 'middle' });
    await page.getByText('It').click({ button: 'right' });
    expect(await deaths(page)).toEqual([]);
  });

  it('are not told of a page that is left', async () => {
    shop.body = '<button onclick="setTimeout(() => { location.href = \'/next\' }, 1)">It</button>';
    const page = await watched(shop, '/a');
    await page.getByText('It').click();
    await page.waitForURL('**/next');
    expect(await deaths(page)).toEqual([]);
  });
});
