/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Finding } from '../../overview/finding.ts';
import type { Voice } from '../voice.ts';
import { dayName } from './dayName.ts';
import { wordsOf } from './words.ts';

/** When it was, what the rate was, what is usual, and how many carts that makes. */
export function FindingText({
  finding: { kind, from, to, rate, usual, excess },
  where,
  voice,
}: {
  finding: Finding;
  /** "after shipping, before payment" */
  where: string;
  voice: Voice;
}) {
  const { text, format, locale } = voice;
  const { changes } = wordsOf(locale);
  const [first, last] = [dayName(from, locale), dayName(to, locale)];
  const when =
    kind === 'shift'
      ? changes.since(first)
      : from === to
        ? changes.on(first)
        : changes.fromTo(first, last);
  const carts = Math.round(Math.abs(excess));
  const many = text.units.carts(carts, format.count(carts));
  return (
    <li class={excess > 0 ? 'finding is-worse' : 'finding'}>
      <span aria-hidden="true">{excess > 0 ? '▲' : '▼'}</span>
      <p>
        {changes.sentence(
          when,
          <b>{format.percent(rate.value ?? 0)}</b>,
          text.units.carts(rate.n, format.count(rate.n)),
          where,
          format.percent(usual),
        )}{' '}
        <span class="quiet">{excess > 0 ? changes.more(many) : changes.fewer(many)}</span>
      </p>
    </li>
  );
}
