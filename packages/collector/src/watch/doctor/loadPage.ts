import { type Ask, reasonOf } from './ask.ts';
import { type Finding, problemWith } from './finding.ts';

const MAX_PAGE_CHARS = 5_000_000;

/** A page as a browser gets it; else what is wrong. */
export async function loadPage(
  url: URL,
  ask: Ask,
): Promise<Finding | { page: URL; html: string; headerPolicies: string[] }> {
  const problem = problemWith('page');
  try {
    const answer = await ask(url, { headers: { Accept: 'text/html' } });
    const type = answer.headers.get('Content-Type') ?? '';
    if (!answer.ok) {
      return problem(
        `${url.href} answers with ${answer.status}`,
        'Give the address of a page that a shopper can open without signing in.',
      );
    }
    if (!/^(text\/html|application\/xhtml)/i.test(type)) {
      return problem(`${url.href} is ${type || 'of no type'}`, 'Give the address of an HTML page.');
    }
    const policy = answer.headers.get('Content-Security-Policy');
    return {
      page: new URL(answer.url || url),
      html: (await answer.text()).slice(0, MAX_PAGE_CHARS),
      headerPolicies: policy === null ? [] : [policy],
    };
  } catch (error) {
    return problem(
      `${url.href} can’t be reached: ${reasonOf(error)}`,
      'Is the address right, and the shop up?',
    );
  }
}
