/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { link, sitePath } from '../link.ts';
import type { ReportView } from '../reportView.ts';
import type { Voice } from '../voice.ts';
import { causesWords } from './causesWords.ts';

/**
 * From what was found to the form that marks the day when it was put right, filled in: what was
 * before and after that day can be compared from then on. Nothing for who can't mark one.
 */
export function FixedLink({
  what,
  where,
  view: { site, lang, csrf },
  voice: { locale },
}: {
  /** What was met, and at which step, in words. */
  what: string;
  where: string;
  view: Pick<ReportView, 'site' | 'lang' | 'csrf'>;
  voice: Pick<Voice, 'locale'>;
}) {
  if (!csrf) return null;
  const { fixed } = causesWords(locale);
  const mark = fixed.mark(what, where);
  return <a href={`${link(sitePath(site, 'settings'), { mark, lang })}#marks`}>{fixed.link}</a>;
}
