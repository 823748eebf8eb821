import { base } from './css/base.ts';
import { causes } from './css/causes.ts';
import { charts } from './css/charts.ts';
import { compare } from './css/compare.ts';
import { figures } from './css/figures.ts';
import { frame } from './css/frame.ts';
import { funnel } from './css/funnel.ts';
import { journeys } from './css/journeys.ts';
import { lists } from './css/lists.ts';
import { map } from './css/map.ts';
import { overview } from './css/overview.ts';
import { paths } from './css/paths.ts';
import { print } from './css/print.ts';
import { retention } from './css/retention.ts';
import { settings } from './css/settings.ts';
import { steps } from './css/steps.ts';
import { lean } from './lean.ts';

/** The whole style sheet, in the order that it cascades. */
export const css = lean(
  [
    base,
    frame,
    figures,
    steps,
    charts,
    lists,
    journeys,
    paths,
    funnel,
    map,
    retention,
    overview,
    compare,
    settings,
    causes,
    print,
  ].join(''),
);
