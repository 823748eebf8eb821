/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

interface Experiment {
  title: string;
  /** What is to be expected in the log. */
  expect: string;
  parts: Child;
}

/** A button that `features.js` has a `run` for. */
function Run({ name, children }: { name: string; children?: Child }) {
  return (
    <button type="button" class="button button-plain" data-run={name}>
      {children}
    </button>
  );
}

const MUG = { 'data-cartograph-item-id': 'MUG', 'data-cartograph-price': '12.5' };

const EXPERIMENTS: readonly Experiment[] = [
  {
    title: 'Told by code',
    expect: 'One touchpoint a press, within half a second.',
    parts: (
      <>
        <Run name="add">add_to_cart</Run>
        <Run name="custom">A name of your own</Run>
        <Run name="dialog">A page without an address</Run>
        <Run name="hostile">Params that make no sense</Run>
      </>
    ),
  },
  {
    title: 'Heard from the data layer',
    expect: 'Whatever shape the shop’s analytics are fed in, past or future.',
    parts: (
      <>
        <Run name="ga4">GA4</Run>
        <Run name="gtag">gtag()</Run>
        <Run name="ua">Universal Analytics</Run>
        <Run name="replaced">A new data layer</Run>
      </>
    ),
  },
  {
    title: 'Said by attributes',
    expect: 'A click on the element, or a submit of the form. Nothing is to be written in code.',
    parts: (
      <>
        <button
          type="button"
          class="button button-plain"
          data-cartograph="add_to_wishlist"
          {...MUG}
        >
          A button
        </button>
        <a
          class="button button-plain"
          href="/features?promotion"
          data-cartograph="select_promotion"
          data-cartograph-promotion-id="SPRING"
        >
          A link that leaves
        </a>
      </>
    ),
  },
  {
    title: 'Pages of an app',
    expect:
      'page_view once a page: not for a filter, not for a place on the page, not for a replace.',
    parts: (
      <>
        <Run name="push">pushState</Run>
        <Run name="filter">A filter in the query</Run>
        <Run name="place">#place</Run>
        <Run name="route">#/route</Run>
        <Run name="back">Back</Run>
      </>
    ),
  },
  {
    title: 'What goes wrong',
    expect: 'exception, rage_click, dead_click (after 2.5 s) and alert: what the shopper met.',
    parts: (
      <>
        <Run name="error">An error in the script</Run>
        <Run name="request">A request that fails</Run>
        <button type="button" class="button button-plain">
          A button that does nothing
        </button>
        <Run name="alert">An alert</Run>
        <div id="alerts" role="alert"></div>
      </>
    ),
  },
  {
    title: 'Fields left',
    expect:
      'field_left with the name of a field that is empty or wrong when you go. Never its value.',
    parts: (
      <form class="features-form" action="/features" data-cartograph="generate_lead">
        <label>
          E-mail <input type="email" name="email" autocomplete="email" required />
        </label>
        <label>
          Postal code{' '}
          <input name="postal" autocomplete="postal-code" required pattern="[0-9]{4,5}" />
        </label>
        <button type="submit" class="button button-plain">
          Send
        </button>
      </form>
    ),
  },
  {
    title: 'Who it is',
    expect: 'The visitor and user of what comes next.',
    parts: (
      <>
        <Run name="identify">Sign in as u-17</Run>
        <Run name="reset">Sign out</Run>
        <Run name="deny">Deny</Run>
        <Run name="grant">Consent</Run>
      </>
    ),
  },
  {
    title: 'A network that fails',
    expect: 'Break it, do anything, reload if you like, and mend it: everything arrives, once.',
    parts: <Run name="network">Break the network</Run>,
  },
];

/** Everything that the tracker sees, to be tried out, and beside it what it sends. */
export function FeaturesPage() {
  return (
    <div class="features">
      <link rel="stylesheet" href="/assets/features.css" />
      <section>
        <h1>Every feature of the tracker</h1>
        <p class="form-intro">Try something. The log says what was sent, and what came back.</p>
        {EXPERIMENTS.map(({ title, expect, parts }) => (
          <article class="experiment">
            <h2>{title}</h2>
            <p>{expect}</p>
            <div class="experiment-parts">{parts}</div>
          </article>
        ))}
      </section>
      <aside class="features-log" aria-label="What was sent">
        <h2>Sent</h2>
        <ol id="log" aria-live="polite"></ol>
      </aside>
      <script type="module" src="/assets/features.js"></script>
    </div>
  );
}
