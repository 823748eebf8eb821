/** The start page: tiles, what to fix first, and charts with the band of what is normal. */
export const overview = `
.overview-figures { grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5rem), 1fr)); }
.fixes { display: grid; gap: 1.75rem clamp(1.5rem, 4vw, 3rem); margin-top: 1.5rem; counter-reset: fix; }
.fixes > li { display: flex; flex-direction: column; gap: 0.5rem; padding-top: 0.9rem; border-top: 2px solid var(--accent); counter-increment: fix; overflow-wrap: anywhere; }
.fix-value { font-size: clamp(1.75rem, 1.4rem + 1.2vw, 2.5rem); font-weight: 650; line-height: 1.15; letter-spacing: -0.02em; color: var(--accent); }
.fixes p > .quiet { display: block; margin-top: 0.15rem; }
.fix-what { font-size: 1.125rem; line-height: 1.4; }
.fix-what::first-letter { text-transform: uppercase; }
.fix-more { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: auto; padding-top: 0.25rem; }
.fix-all { margin-top: 1.5rem; }
.findings { display: grid; gap: 0.9rem; margin-top: 1rem; max-width: 52rem; }
.finding { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); font-size: 1.125rem; }
.finding.is-worse > span, .finding.is-worse b { color: var(--accent); }
.outages { margin-top: 1.75rem; padding: 1rem 1.25rem; background: var(--shoal); border-radius: 6px; display: grid; gap: 0.5rem; max-width: 60rem; }
.watch-name { margin-top: 2.25rem; }
.watch { width: 100%; height: 8rem; overflow: visible; }
.watch-main { margin-top: 1.75rem; }
.watch-main .watch { height: clamp(12rem, 22vw, 17rem); }
.watch-usual { fill: none; stroke: var(--deep); stroke-width: 1; stroke-dasharray: 4 4; vector-effect: non-scaling-stroke; }
.watch-before { fill: var(--shoal); opacity: 0.7; }
.watch-failed, .is-failed { fill: var(--silt); opacity: 0.5; }
.watch-outside { fill: var(--left); stroke: var(--paper); stroke-width: 2; }
.watch-mark { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 3; }
.watch-number { fill: var(--ink); font-size: 0.8125rem; font-weight: 650; }
.is-normal { fill: var(--sea); opacity: 0.55; }
.is-outside { fill: var(--left); }
.is-before { fill: var(--shoal); stroke: var(--rule); }
.marks { display: grid; gap: 0.25rem; margin-top: 1rem; padding-inline-start: 1.5rem; list-style: decimal; overflow-wrap: anywhere; }
.marks ::marker { font-weight: 650; }
.watch-steps { display: grid; gap: 2rem clamp(1.5rem, 4vw, 3rem); margin-top: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.watch-steps h4 { margin: 0; font-size: 1rem; font-weight: 650; line-height: 1.3; }
.watch-state { color: var(--quiet); font-size: 0.875rem; }
.watch-state.is-odd { color: var(--accent); font-weight: 650; }
.watch-steps .chart { margin-block: 1rem 0; }
.watch-how { max-width: 60rem; margin-block: 1.75rem 1rem; }
@media (min-width: 60rem) {
  .overview-figures { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .fixes { grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
}
`;
