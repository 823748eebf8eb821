/** Shows what the tracker sends, by standing between it and the network. */
const send = window.fetch;
const log = document.querySelector('#log');
let isBroken = false;

window.fetch = async (...args) => {
  const batch = batchIn(args[1]?.body);
  if (!batch) return send(...args);

  const outcome = isBroken ? Promise.reject(new TypeError('The network is broken')) : send(...args);
  const entry = show(batch);
  outcome.then(
    (answer) => entry.append(mark(answer.ok ? 'stored' : String(answer.status))),
    () => entry.append(mark('not delivered: kept')),
  );
  return outcome;
};

function batchIn(body) {
  return typeof body === 'string' && body.startsWith('{"site":') && JSON.parse(body);
}

function show({ visitor, user, touchpoints }) {
  const entry = document.createElement('li');
  const who = document.createElement('p');
  who.textContent = user
    ? `${user}, visitor …${visitor.slice(-4)}`
    : `visitor …${visitor.slice(-4)}`;
  entry.append(who);
  for (const { type, params, url } of touchpoints) {
    const line = document.createElement('p');
    const name = document.createElement('strong');
    name.textContent = type;
    const rest = params ? JSON.stringify(params) : url.replace(location.origin, '');
    line.append(name, ` ${rest.slice(0, 300)}`);
    entry.append(line);
  }
  log.prepend(entry);
  return entry;
}

function mark(text) {
  const element = document.createElement('em');
  element.textContent = text;
  return element;
}

const items = [{ item_id: 'MUG', item_name: 'Mug', price: 12.5, quantity: 1 }];

const RUN = {
  add: () => cartograph('track', 'add_to_cart', { currency: 'EUR', value: 12.5, items }),
  custom: () => cartograph('track', 'size_guide_opened', { size: 'M' }),
  dialog: () => cartograph('page'),
  hostile: () => cartograph('track', 'add_to_cart', { value: 10n }),
  ga4: () =>
    dataLayer.push({ event: 'view_item', ecommerce: { currency: 'EUR', value: 12.5, items } }),
  gtag() {
    (function gtag() {
      // biome-ignore lint/complexity/noArguments: that is what gtag() pushes.
      dataLayer.push(arguments);
    })('event', 'view_cart', { currency: 'EUR', value: 12.5, items });
  },
  ua: () =>
    dataLayer.push({
      event: 'productClick',
      ecommerce: {
        click: { actionField: { list: 'Shelf' }, products: [{ id: 'MUG', name: 'Mug' }] },
      },
    }),
  replaced() {
    location.href = '/features?replaced';
  },
  push: () => history.pushState({}, '', `/features/${Math.ceil(Math.random() * 999)}`),
  filter: () => history.pushState({}, '', `${location.pathname}?colour=blue`),
  place: () => history.pushState({}, '', '#place'),
  route: () => history.pushState({}, '', `#/route/${Math.ceil(Math.random() * 999)}`),
  back: () => history.back(),
  error() {
    setTimeout(() => {
      throw new Error('Something that the shop did not expect');
    });
  },
  request: () => fetch('/features/checkout/missing', { method: 'POST' }),
  alert() {
    const message = document.createElement('p');
    message.textContent = `Your card was declined (${new Date().toLocaleTimeString()}).`;
    document.querySelector('#alerts').replaceChildren(message);
  },
  identify: () => cartograph('identify', 'u-17'),
  reset: () => cartograph('reset'),
  deny: () => cartograph('consent', 'denied'),
  grant: () => cartograph('consent', 'granted'),
  network(button) {
    isBroken = !isBroken;
    button.textContent = isBroken ? 'Mend the network' : 'Break the network';
    dispatchEvent(new Event(isBroken ? 'offline' : 'online'));
  },
};

for (const button of document.querySelectorAll('[data-run]')) {
  button.addEventListener('click', () => RUN[button.dataset.run](button));
}

if (location.search === '?replaced') {
  // As pages do whose tag manager comes last.
  window.dataLayer = [{ event: 'view_item_list', ecommerce: { item_list_name: 'Shelf', items } }];
}
