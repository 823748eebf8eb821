import { describe, expect, it } from 'vitest';
import { agentReader } from '../../src/ingest/agent.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

describe('a user agent', () => {
  it.each([
    ['Chrome', CHROME, { device: 'desktop', browser: 'Chrome 126', isBot: false }],
    ['an iPhone', IPHONE, { device: 'mobile', browser: 'Safari 18', isBot: false }],
    [
      'an in-app browser',
      `${IPHONE.replace('Safari/604.1', '')}Instagram 300.0`,
      { device: 'mobile', isBot: false },
    ],
    ['none', undefined, { browser: 'Other', isBot: false }],
    ['a name of its own', '=cmd() <script>/1', { browser: 'Other' }],
    ['a headless browser', CHROME.replace('Chrome', 'HeadlessChrome'), { isBot: true }],
    [
      'Google',
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      { isBot: true },
    ],
    [
      'a model’s crawler',
      'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
      { isBot: true },
    ],
    [
      'a search-engine marketer',
      'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
      { isBot: true },
    ],
    ['a link preview', 'facebookexternalhit/1.1', { isBot: true }],
    ['curl', 'curl/8.5.0', { isBot: true }],
    ['a script', 'python-requests/2.31.0', { isBot: true }],
    [
      'a phone called Cubot',
      CHROME.replace('Windows NT 10.0; Win64; x64', 'Linux; Android 13; CUBOT X30'),
      { isBot: false },
    ],
  ])('of %s', (_, userAgent, expected) => {
    expect(agentReader()(userAgent)).toMatchObject(expected);
  });

  it('is remembered, but for no more than so many', () => {
    const read = agentReader();
    for (let n = 0; n < 3000; n++) read(`agent ${n}`);
    expect(read(CHROME).browser).toBe('Chrome 126');
  });
});
