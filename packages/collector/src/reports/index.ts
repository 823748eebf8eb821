import type { Receiving } from '../watch/receiving.ts';
import { abandonmentReport } from './abandonmentReport.ts';
import type { AnyReport } from './report.ts';

/** All reports, in the order of the menu. */
export function reports({ receiving }: { receiving: Receiving }): readonly AnyReport[] {
  return [abandonmentReport(receiving)];
}
