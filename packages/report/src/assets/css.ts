import { base } from './css/base.ts';
import { charts } from './css/charts.ts';
import { figures } from './css/figures.ts';
import { frame } from './css/frame.ts';
import { lists } from './css/lists.ts';
import { print } from './css/print.ts';
import { steps } from './css/steps.ts';
import { lean } from './lean.ts';

/** The whole style sheet, in the order that it cascades. */
export const css = lean([base, frame, figures, steps, charts, lists, print].join(''));
