import { type Finding, problemWith } from './finding.ts';

/** Whether the tag is there, once, and loads from the collector. */
export function checkTag({
  tag,
  script,
  page,
  site,
  collector,
  count,
}: {
  tag: ReadonlyMap<string, string> | undefined;
  script: URL | undefined;
  page: URL;
  site: string | undefined;
  collector: URL | undefined;
  count: number;
}): Finding {
  const problem = problemWith('tag');
  if (!tag) {
    return problem(
      'no <script> with data-site in the page’s HTML',
      'Put `<script async src="https://YOUR-COLLECTOR/c.js" data-site="YOUR-SITE"></script>` into the page’s head. If a tag manager or an app bundle adds it, --collector and --site check the rest.',
    );
  }
  const id = tag.get('data-site') ?? '';
  if (site && id !== site) {
    return problem(
      `the tag says data-site="${id}", expected "${site}"`,
      `Set data-site="${site}" in the tag.`,
    );
  }
  if (!script || !tag.get('src')) {
    return problem('the tag has no src that can be read', 'Set src="https://YOUR-COLLECTOR/c.js".');
  }
  if (count > 1) {
    return problem(`the tag is there ${count} times`, 'Leave one: each counts every page view.');
  }
  if (page.protocol === 'https:' && script.protocol === 'http:') {
    return problem(
      `the page is https, the tag loads ${script.href}: browsers block that`,
      'Put the collector behind TLS and load it with https.',
    );
  }
  if (collector && collector.origin !== script.origin) {
    return problem(
      `the tag loads from ${script.origin}, expected ${collector.origin}`,
      'Change the tag’s src, or what --collector says.',
    );
  }
  return { check: 'tag', ok: true, found: `data-site="${id}" loads ${script.href}` };
}
