import { type Ask, post, reasonOf } from './ask.ts';
import { type Finding, problemWith } from './finding.ts';
import type { Sender } from './sender.ts';

/** Whether a touchpoint is stored and can be read back. */
export async function checkTouchpoint(
  { page, endpoint, site }: Sender,
  ask: Ask,
): Promise<Finding> {
  const problem = problemWith('touchpoint');
  try {
    const answer = await post(new URL('/v1/doctor', endpoint), page, { site }, ask);
    const { cameBack }: { cameBack?: unknown } = await answer.json().catch(() => ({}));
    if (answer.status === 429) {
      return problem('too many of these checks from this address', 'Try again in a minute.');
    }
    if (answer.status === 404) {
      return problem(
        'the collector has no such check: it is older than this command, or the proxy holds /v1/doctor back',
        'Upgrade the collector, and let all of /v1/ through.',
      );
    }
    return answer.ok && cameBack === true
      ? { check: 'touchpoint', ok: true, found: 'stored, read back, removed: it counts nowhere' }
      : problem(
          `a test touchpoint did not come back (${answer.status})`,
          'The store refuses to write: look at /healthz, the log, and the disk’s free space.',
        );
  } catch (error) {
    return problem(`a test touchpoint got no answer: ${reasonOf(error)}`, 'Is the collector up?');
  }
}
