/** The paths: flows between steps, and the most frequent ones as lines. */
export const paths = `
.path-ask { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; align-items: end; margin-bottom: -1rem; }
.path-forms { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; width: 100%; font-size: 0.875rem; }
.path-forms form { display: flex; align-items: end; gap: 0.5rem; min-width: 0; max-width: 100%; }
.path-forms label { min-width: 0; }
.path-forms select { max-width: min(18rem, 60vw); font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.5rem 0.4rem; }
.path-answer strong { color: inherit; overflow-wrap: anywhere; }
.sankey { width: 100%; min-width: 66rem; margin-block: 1.25rem 1rem; overflow: visible; font-size: 13.5px; }
.sankey.is-wide { width: auto; }
.sankey text { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.sankey .sankey-position { fill: var(--quiet); font-size: 12.5px; }
.sankey-name { font-weight: 650; }
.sankey .sankey-count { fill: var(--quiet); font-size: 12.5px; }
.sankey a { text-decoration: none; }
.sankey a:hover .sankey-name { text-decoration: underline; fill: var(--accent); }
.sankey-node.is-step, .sankey-node.is-began { fill: var(--sea); stroke: var(--deep); }
.sankey-node.is-other, .sankey-node.is-more { fill: var(--shoal); stroke: var(--deep); stroke-dasharray: 2 2; }
.sankey-flow { stroke: var(--sea); stroke-opacity: 0.5; }
.sankey-flow:hover { stroke-opacity: 0.9; }
.sankey-flow.to-other, .sankey-flow.to-more, .sankey-flow.to-open { stroke: var(--shoal); stroke-opacity: 0.9; }
.sankey-flow.to-ordered { stroke: var(--deep); stroke-opacity: 0.6; }
.sankey-flow.to-left { stroke: var(--left); stroke-opacity: 0.22; }
.frequent > ol { margin-top: 1rem; }
.frequent > ol > li { display: grid; gap: 0.35rem 2rem; padding-block: 0.75rem; border-top: 1px solid var(--rule); }
.frequent svg { width: 100%; height: 0.5rem; align-self: center; overflow: visible; }
.frequent p .quiet { white-space: nowrap; }
.frequent-steps { display: flex; flex-wrap: wrap; gap: 0.1rem 0; overflow-wrap: anywhere; }
.frequent-steps li { min-width: 0; }
.frequent-steps li + li::before { content: '→'; margin-inline: 0.6rem; color: var(--quiet); font-weight: 400; }
.frequent-end { font-weight: 650; }
.is-end-left { color: var(--accent); }
.is-end-more, .is-end-open, .is-end-began { color: var(--quiet); font-weight: 400; }
@media (min-width: 60rem) {
  .frequent p .quiet { display: block; }
  .frequent > ol > li { grid-template-columns: 10rem 8rem minmax(0, 1fr); }
}
@media print {
  .path-ask { display: none; }
  .sankey { min-width: 0; }
}
`;
