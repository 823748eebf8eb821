/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { alert, fieldAlerts, identify, reset } from '../events/cartograph.ts';
import { login } from '../events/ga4.ts';
import { readForm } from '../forms/readForm.ts';
import { LoginPage } from '../pages/loginPage.tsx';
import { goOn, show } from '../respond.tsx';
import { LOGIN_RULES, localPath, logIn } from '../session/login.ts';
import type { ShopEnv } from '../shopEnv.ts';

const TITLE = 'Log in';

/** Logging in and out. */
export function accountRoutes() {
  return new Hono<ShopEnv>()
    .get('/login', (c) => {
      const form = { values: {}, errors: {} };
      const next = localPath(c.req.query('next'));
      return show(c, { title: TITLE, body: <LoginPage form={form} next={next} /> });
    })

    .post('/login', async (c) => {
      const body = await c.req.parseBody();
      const next = localPath(body.next);
      const read = readForm(LOGIN_RULES, body);
      if (!read.ok) {
        return show(c, {
          title: TITLE,
          body: <LoginPage form={read.form} next={next} />,
          events: fieldAlerts(read.form),
          status: 422,
        });
      }
      const user = logIn(read.values);
      if (!user) {
        const message = 'That is not the password. It is “demo”.';
        const form = { values: read.values, errors: {}, alert: message };
        return show(c, {
          title: TITLE,
          body: <LoginPage form={form} next={next} />,
          events: [alert('INPUT_INVALID', message)],
          status: 401,
        });
      }
      c.var.session.user = user;
      return goOn(c, next, [identify(user), login()]);
    })

    .post('/logout', (c) => {
      delete c.var.session.user;
      return goOn(c, '/', [reset()]);
    });
}
