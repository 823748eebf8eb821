import type { Site } from '../sites/site.ts';
import { readHead } from './readHead.ts';

/** The site that an archive is of, as its first line says. `undefined` for a file that is something else. */
export async function archivedSite(path: string): Promise<Site | undefined> {
  const [first = ''] = (await readHead(path)).toString().split('\n', 1);
  try {
    const { cartograph, site } = JSON.parse(first);
    return cartograph === 'export' ? site : undefined;
  } catch {
    return undefined;
  }
}
