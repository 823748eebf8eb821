import { describe, expect, it } from 'vitest';
import { readTarget } from '../../src/webhooks/target.ts';
import { targetsFrom } from '../../src/webhooks/targetsFrom.ts';

describe(readTarget.name, () => {
  it.each([
    ['https://mail.shop.example/hook', {}],
    ['https://mail.shop.example:443/hook', {}],
    ['https://mail.shop.example:8443/', { ports: [8443] }],
    ['https://mail.shop.example:80/', { ports: [80] }],
  ])('takes %s', (url, options) => {
    expect(readTarget(url, options)).toMatchObject({ isAllowed: false });
  });

  it.each([
    ['no address', 'mail', {}, 'be one'],
    ['plain HTTP', 'http://mail.shop.example/', {}, 'begin with https://'],
    ['plain HTTP on a port that is told', 'http://a.example/', { ports: [80] }, 'https://'],
    ['another scheme', 'file:///etc/passwd', {}, 'begin with https://'],
    ['a password', 'https://a:b@mail.shop.example/', {}, 'no user or password'],
    ['another port', 'https://mail.shop.example:8443/', {}, 'have the port 443'],
    ['a port that is never offered', 'https://a.example:22/', { ports: [22] }, 'have the port'],
    ['another port of an allowed host', 'http://a.test:1/', { allowHosts: ['a.test:2'] }, 'https'],
  ])('refuses %s', (_, url, options, message) => {
    expect(() => readTarget(url, options)).toThrow(message);
  });

  it('takes any port and plain HTTP of a host that is allowed by name', () => {
    const options = targetsFrom({ CARTOGRAPH_WEBHOOK_HOSTS: 'mailer:8080, 127.0.0.1:9000' });
    expect(readTarget('http://127.0.0.1:9000/x', options)).toMatchObject({ isAllowed: true });
    expect(readTarget('http://mailer:8080/x', options)).toMatchObject({ isAllowed: true });
  });
});
