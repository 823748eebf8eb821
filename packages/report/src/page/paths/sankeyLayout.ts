import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { PathFlow, PathNode, PathsReport } from '../../paths/paths.ts';

/** Lengths are in units of the drawing. */
export interface SankeyLayout {
  width: number;
  height: number;
  nodeWidth: number;
  /** Left edges of the columns. */
  columns: readonly number[];
  /** Letters that fit between two columns. */
  letters: number;
  nodes: readonly { node: PathNode; x: number; y: number; height: number }[];
  flows: readonly { flow: PathFlow; path: string; width: number }[];
}

type Node = SankeyNode<{ node: PathNode }, { flow: PathFlow }>;
type Link = SankeyLink<{ node: PathNode }, { flow: PathFlow }>;

const NODE_WIDTH = 12;
/** Space below the columns' names. */
const TOP = 36;
/** Two lines of a label. */
const LABEL_HEIGHT = 40;
const FLOW_HEIGHT = 380;
const PAGE_WIDTH = 1184;
const COLUMN_WIDTH = 186;
/** Of one letter, on average. */
const LETTER_WIDTH = 8;

/** Puts the nodes of a report into columns, one a position, and the flows between them. */
export function sankeyLayout({ nodes, flows, root }: PathsReport): SankeyLayout {
  const last = Math.max(...nodes.map(({ position }) => position));
  const columnOf = ({ position }: PathNode) =>
    root?.direction === 'to' ? last - position : position;
  const counts = Array.from({ length: last + 1 }, (_, column) =>
    nodes.reduce((count, node) => count + (columnOf(node) === column ? 1 : 0), 0),
  );
  const width = Math.max(PAGE_WIDTH, (last + 1) * COLUMN_WIDTH);
  const gap = width / (last + 1);
  const height = TOP + FLOW_HEIGHT + LABEL_HEIGHT * Math.max(...counts);

  const graph = sankey<{ node: PathNode }, { flow: PathFlow }>()
    .nodeWidth(NODE_WIDTH)
    .nodePadding(LABEL_HEIGHT)
    .nodeAlign(({ node }) => columnOf(node))
    // In the order that they come in: the large ones first, what ends last.
    .nodeSort(null as unknown as undefined)
    .extent([
      [0, TOP],
      [gap * last + NODE_WIDTH, height - LABEL_HEIGHT / 2],
    ])({
    nodes: nodes.map((node): Node => ({ node })),
    links: flows.map((flow): Link => {
      const { source, target, journeys: value } = flow;
      return { source, target, value, flow };
    }),
  });
  const pathOf = sankeyLinkHorizontal<{ node: PathNode }, { flow: PathFlow }>();
  return {
    width,
    height,
    nodeWidth: NODE_WIDTH,
    columns: counts.map((_, column) => gap * column),
    letters: Math.floor((gap - NODE_WIDTH - 16) / LETTER_WIDTH),
    nodes: graph.nodes.map(({ node, x0 = 0, y0 = 0, y1 = 0 }) => ({
      node,
      x: x0,
      y: y0,
      height: y1 - y0,
    })),
    flows: graph.links.map((link) => ({
      flow: link.flow,
      path: pathOf(link) ?? '',
      width: link.width ?? 0,
    })),
  };
}
