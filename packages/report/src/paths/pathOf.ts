import type { PathsQuery } from './readPathsQuery.ts';

/** One journey's path, nearest to the root first: backwards, where it leads to one. */
export interface Path {
  /** Names of its steps; at most as many as are shown. */
  steps: readonly string[];
  /** Whether it goes on beyond them. */
  goesOn: boolean;
}

export interface PathOptions extends PathsQuery {
  /** Marks by number. */
  marksKnown: readonly KnownMark[];
}

/** What there is to know of a mark, wherever it occurs. */
export interface KnownMark {
  /** What it is called as a step. */
  name: string;
  isPage: boolean;
  /** What a page says of itself. */
  isEcho: boolean;
  isOrder: boolean;
  /** What paths begin with, or lead to. */
  isRoot: boolean;
}

/** What GA4 has a page say of itself, within {@link ECHO_SECONDS}: the same step told twice. */
const ECHOES: ReadonlySet<string> = new Set(['view_item', 'view_item_list', 'view_cart']);
const ECHO_SECONDS = 5;

export function knownMark(
  mark: string,
  { name, isRoot, root }: { name: string; isRoot: boolean; root: PathsQuery['root'] | undefined },
): KnownMark {
  // A type (`page_view`) names the first of its kind only: the ways between its pages still matter.
  const isNamedAsAsked = isRoot && root?.step.includes(' ');
  return {
    name: isNamedAsAsked ? root!.step : name,
    isPage: mark.startsWith('page_view '),
    isEcho: ECHOES.has(mark),
    isOrder: mark === 'purchase',
    isRoot,
  };
}

/**
 * The steps of a journey from the root on, or up to it: from the first time it was there. The same
 * step again without another between is one.
 *
 * @param trail Numbers of its marks.
 * @param secondsAt When each was, in seconds after the journey's start.
 * @returns `undefined` if the root doesn't occur.
 */
export function pathOf(
  trail: Int32Array,
  secondsAt: (place: number) => number,
  { root, depth, marks, marksKnown }: PathOptions,
): Path | undefined {
  const isBack = root?.direction === 'to';
  const steps: string[] = [];
  let isOn = root?.direction !== 'from';
  for (let place = 0; place < trail.length; place++) {
    const mark = marksKnown[trail[place]!]!;
    if (!mark.isRoot) {
      if (!isOn || (marks !== 'all' && mark.isPage !== (marks === 'pages'))) continue;
      if (marks === 'all' && (isEchoAt(place) || isOrderPageAt(place))) continue;
    }
    const isFirst = mark.isRoot && (isBack || !isOn);
    isOn = true;
    const name = isFirst ? root!.step : mark.name;
    if (steps.at(-1) !== name) steps.push(name);
    if (isFirst && isBack) {
      return { steps: steps.slice(-depth).reverse(), goesOn: steps.length > depth };
    }
    if (!isBack && steps.length > depth) break;
  }
  if (isBack || steps.length === 0) return undefined;
  return { steps: steps.slice(0, depth), goesOn: steps.length > depth };

  function isEchoAt(place: number): boolean {
    return markAt(place)!.isEcho && markAt(place - 1)?.isPage === true && isPromptAt(place);
  }

  /** Every order has a page that says thank you: it is the order. */
  function isOrderPageAt(place: number): boolean {
    return markAt(place)!.isPage && markAt(place + 1)?.isOrder === true && isPromptAt(place + 1);
  }

  function isPromptAt(place: number): boolean {
    return secondsAt(place) - secondsAt(place - 1) <= ECHO_SECONDS;
  }

  function markAt(place: number): KnownMark | undefined {
    return marksKnown[trail[place] ?? -1];
  }
}
