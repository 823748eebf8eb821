import { type Ask, post, reasonOf } from './ask.ts';
import { type Finding, problemWith } from './finding.ts';
import type { Sender } from './sender.ts';

/** Whether the page may send: a batch with nothing in it tries the door, and nothing is stored. */
export async function checkOrigin({ page, endpoint, site }: Sender, ask: Ask): Promise<Finding> {
  const problem = problemWith('origin');
  try {
    const batch = { site, sentAt: Date.now(), visitor: '', consent: 'denied', touchpoints: [] };
    const answer = await post(endpoint, page, batch, ask);
    switch (answer.status) {
      case 200:
        return answer.headers.get('Access-Control-Allow-Origin') === '*'
          ? { check: 'origin', ok: true, found: `${page.origin} may send for ${site}` }
          : problem(
              'the answer has no Access-Control-Allow-Origin',
              'The proxy takes the header away: let the collector’s through.',
            );
      case 401:
        return problem(
          `the collector knows no site "${site}"`,
          `cartograph site add ${site} --origin ${page.origin}`,
        );
      case 403:
        return problem(
          `${page.origin} is not on the list of ${site}`,
          `cartograph site add ${site} --origin ${page.origin} (name all of its origins: the list is replaced)`,
        );
      default:
        return problem(
          `${endpoint.href} answers with ${answer.status}`,
          'The collector’s log has the reason, or the proxy’s.',
        );
    }
  } catch (error) {
    return problem(`${endpoint.href} can’t be reached: ${reasonOf(error)}`, 'Is the collector up?');
  }
}
