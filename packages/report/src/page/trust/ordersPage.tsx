/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { OrderDifferences, UnmatchedOrder } from '../../orderDifferences.ts';
import type { SelectedPeriod } from '../../readPeriod.ts';
import { Cash } from '../cash.tsx';
import type { Frame, Site } from '../frame.ts';
import { link, sitePath } from '../link.ts';
import { PeriodPicker, periodQuery } from '../periodPicker.tsx';
import { ScrollBox } from '../scrollBox.tsx';
import { voiceOf } from '../voice.ts';
import { TrustPage, wordsOf } from './trustPage.tsx';

/** A list on the page; the API has more of it. */
const SHOWN = 50;

export interface OrdersView extends Frame {
  site: Site;
  period: SelectedPeriod;
  differences: OrderDifferences;
}

/** Where browsers and the shop's server disagree about orders. */
export function OrdersPage(view: OrdersView) {
  const { site, period, differences } = view;
  const voice = voiceOf(view.locale, site.timeZone);
  const { orders } = wordsOf(view.locale);
  const { format } = voice;
  const { matched, unconfirmed, unseen } = differences.counts;
  const all = matched + unconfirmed + unseen;
  return (
    <TrustPage
      frame={view}
      site={site}
      topic="orders"
      query={periodQuery(period)}
      aside={<PeriodPicker period={period} report={differences} lang={view.lang} voice={voice} />}
    >
      <p class="answer">
        {all === 0 ? orders.nothing : orders.answer(format.count(matched), format.count(all))}
        {all > 0 && matched + unseen === 0 && <span class="answer-more">{orders.silent}</span>}
      </p>
      {(['unconfirmed', 'unseen', 'cancelled'] as const).map((kind) => (
        <section aria-labelledby={kind}>
          <h2 id={kind}>
            {orders[kind]} ({format.count(differences.counts[kind])})
          </h2>
          <p class="intro">{orders[`${kind}Intro`]}</p>
          <OrdersTable
            list={differences[kind].slice(0, SHOWN)}
            all={differences.counts[kind]}
            view={view}
          />
        </section>
      ))}
    </TrustPage>
  );
}

function OrdersTable({
  list,
  all,
  view: { site, locale, lang },
}: {
  list: readonly UnmatchedOrder[];
  all: number;
  view: OrdersView;
}) {
  const voice = voiceOf(locale, site.timeZone);
  const words = wordsOf(locale);
  const { orders } = words;
  const { format } = voice;
  if (list.length === 0) return <p class="intro">{orders.none}</p>;
  return (
    <ScrollBox label={orders.order}>
      <table class="data">
        {list.length < all && (
          <caption>{orders.some(format.count(list.length), format.count(all))}</caption>
        )}
        <thead>
          <tr>
            {[orders.order, orders.at, orders.amount, orders.journey].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((order) => (
            <tr>
              <th scope="row">{order.order}</th>
              <td>
                <time datetime={order.at}>{format.dateTime(order.at)}</time>
              </td>
              <td>
                <Cash money={order} voice={voice} />
              </td>
              <td>
                <a href={link(sitePath(site, 'journeys', order.journey), { lang })}>
                  {words.seeJourney}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
