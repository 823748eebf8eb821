/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Outage } from '../../overview/signals.ts';
import { stepName } from '../stepNames.ts';
import type { Voice } from '../voice.ts';
import { dayName } from './dayName.ts';
import { wordsOf } from './words.ts';

/** A day on which something was not recorded, and what to look after. */
export function OutageText({ outage, voice }: { outage: Outage; voice: Voice }) {
  const { text, format, locale } = voice;
  const { outage: words } = wordsOf(locale).changes;
  const day = dayName(outage.day, locale);
  const seen = format.count(outage.seen);
  const expected = format.count(Math.round(outage.expected));
  const { reason, step } = outage;
  if (reason === 'orders') return <li>{words.orders(day, expected)}</li>;
  if (reason === 'step') return <li>{words.step(day, stepName(step ?? '', text), expected)}</li>;
  return <li>{words[reason](day, seen, expected)}</li>;
}
