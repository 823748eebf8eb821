import { type Ask, reasonOf } from './ask.ts';
import { type Finding, problemWith } from './finding.ts';

/** Whether the collector answers with a script that browsers run. */
export async function checkScript(script: URL, ask: Ask): Promise<Finding> {
  const problem = problemWith('script');
  try {
    const answer = await ask(script);
    const type = answer.headers.get('Content-Type') ?? '';
    await answer.body?.cancel();
    if (!answer.ok) {
      return problem(
        `${script.href} answers with ${answer.status}`,
        'Is the tag’s address the collector’s, and does the proxy let /c.js through?',
      );
    }
    // Anything else is not run where the answer says `nosniff`, and by a module never.
    if (!/^(text|application)\/(x-)?(java|ecma)script\b/i.test(type)) {
      return problem(
        `${script.href} is ${type || 'of no type'}, expected text/javascript`,
        'Something else answers at this address, an error page of the proxy perhaps.',
      );
    }
    return { check: 'script', ok: true, found: `${script.href} is ${type}` };
  } catch (error) {
    return problem(
      `${script.href} can’t be reached: ${reasonOf(error)}`,
      'Is the collector up, and may this machine reach it? A certificate that browsers refuse shows here, too.',
    );
  }
}
