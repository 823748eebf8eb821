/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import {
  CHECKOUT_STEPS,
  type CheckoutForms,
  type CheckoutStep,
  detourFrom,
  type Flow,
  formsOf,
} from '../checkout/flow.ts';
import { orderUrl } from '../checkout/order.ts';
import { type StepAnswer, TAKE_STEP } from '../checkout/takeStep.ts';
import { beginCheckout, purchase } from '../events/ga4.ts';
import { OrderPage } from '../pages/orderPage.tsx';
import { CheckoutHeader } from '../parts/checkoutHeader.tsx';
import { CheckoutSummary } from '../parts/checkoutSummary.tsx';
import { StepForm, stepFormId } from '../parts/stepForm.tsx';
import { fromScript, goOn, type Page, patch, show } from '../respond.tsx';
import { basketOf } from '../session/session.ts';
import type { ShopContext, ShopEnv } from '../shopEnv.ts';

/** Contact, shipping, payment: one set of rules for every flow, by pages or by script. */
export function checkoutRoutes(flow: Flow) {
  const { urls } = flow;
  const app = new Hono<ShopEnv>();
  for (const step of Object.keys(CHECKOUT_STEPS) as CheckoutStep[]) {
    app.get(urls[step], (c) => {
      const { session } = c.var;
      const detour = detourFrom(session, step, urls);
      if (detour) return c.redirect(detour);
      const events = step === 'contact' ? [beginCheckout(basketOf(session))] : [];
      return showStep(c, flow, { step, events });
    });

    app.post(urls[step], async (c) => {
      const { session, shop } = c.var;
      const detour = detourFrom(session, step, urls);
      if (detour) return goOn(c, detourAfterOrder(c) ?? detour);
      const body = await c.req.parseBody();
      const answer = TAKE_STEP[step]({ session, body, now: (shop.now ?? Date.now)() });
      if (fromScript(c)) return patchStep(c, flow, { step, answer });
      if ('next' in answer) return goOn(c, urls[answer.next], answer.events);
      if ('order' in answer) return goOn(c, orderUrl(answer.order), answer.events);
      const { again, status, events } = answer;
      return showStep(c, flow, { step, again, status, events });
    });
  }
  return app;
}

/** A second click on "Pay" finds the cart empty, because the first one worked. */
function detourAfterOrder({ var: { session } }: ShopContext): string | undefined {
  const order = session.orders.at(-1);
  return session.lines.length === 0 && order ? orderUrl(order) : undefined;
}

interface Shown extends Pick<Page, 'events' | 'status'> {
  step: CheckoutStep;
  again?: Partial<CheckoutForms>;
}

function showStep(c: ShopContext, { urls, Page }: Flow, { step, again, ...page }: Shown) {
  const { session } = c.var;
  const forms = { ...formsOf(session), ...again };
  return show(c, {
    ...page,
    title: CHECKOUT_STEPS[step],
    header: <CheckoutHeader />,
    body: <Page urls={urls} step={step} session={session} forms={forms} />,
  });
}

interface Answered {
  step: CheckoutStep;
  answer: StepAnswer;
}

function patchStep(c: ShopContext, { urls }: Flow, { step, answer }: Answered) {
  const { session, shop } = c.var;
  if ('order' in answer) {
    const { order } = answer;
    return patch(c, {
      url: orderUrl(order),
      parts: { main: <OrderPage order={order} reportUrl={shop.reportUrl} /> },
      events: [...answer.events, purchase(order)],
    });
  }
  const forms = { ...formsOf(session), ...('again' in answer && answer.again) };
  // The next form too: what it says (the amount to pay) may hang on this one.
  const steps = 'next' in answer ? [step, answer.next] : [step];
  const parts = steps.map((id) => [
    stepFormId(id),
    <StepForm urls={urls} step={id} session={session} forms={forms} />,
  ]);
  return patch(c, {
    ...('next' in answer && { url: urls[answer.next] }),
    ...('again' in answer && { status: answer.status }),
    parts: {
      ...Object.fromEntries(parts),
      summary: <CheckoutSummary title="Your cart" basket={basketOf(session)} />,
    },
    events: answer.events,
  });
}
