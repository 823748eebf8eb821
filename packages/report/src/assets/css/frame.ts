/** Header, title, period, footer, and the pages that are little more than a frame. */
export const frame = `
.bar, main, .foot { max-width: 80rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--ink); color: var(--paper); padding: 0.5rem 1rem; z-index: 1; }
.skip:focus { top: 0.5rem; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1rem; padding-block: 1rem; }
.brand { display: flex; align-items: center; gap: 0.5rem; font-weight: 700; text-decoration: none; }
.mark { width: 1.5rem; height: 1.5rem; fill: none; stroke-linecap: round; stroke-width: 4; }
.mark-way { stroke: var(--deep); stroke-dasharray: 1 6; }
.mark-cross { stroke: var(--accent); }
.bar nav { width: 100%; gap: 0.25rem 1.35rem; font-size: 0.9375rem; }
.bar nav a { padding-block: 0.2rem; white-space: nowrap; }
.bar-site { padding-inline-start: 1rem; border-inline-start: 1px solid var(--rule); max-width: 24ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar a[aria-current] { text-decoration-thickness: 2px; text-decoration-color: var(--accent); }
.bar nav a:not([aria-current]) { text-decoration: none; }
.bar-end { display: flex; gap: 1.25rem; margin-inline-start: auto; }
.live-state:not(:empty)::before, .waiting::before, .timeline li::before { content: ''; display: inline-block; width: 0.6rem; height: 0.6rem; margin-inline-end: 0.45rem; border: 2px solid var(--deep); border-radius: 50%; }
.live-state { min-width: 6.5em; text-align: end; }
.live-state.is-on::before, .timeline li::before { background: var(--deep); }
main { padding-block: 1.5rem 4rem; display: grid; grid-template-columns: minmax(0, 1fr); row-gap: clamp(2.5rem, 5vw, 4.5rem); }
main div:empty { display: none; }
.title { justify-content: space-between; align-items: start; gap: 1.25rem 3rem; border-top: 2px solid var(--ink); padding-top: 1.25rem; }
.title > div { min-width: 0; }
.title > div:first-child:not(:last-child) { flex: 1 1 24rem; }
.title h1 + p { margin-top: 0.5rem; font-size: 1.125rem; }
.picker { display: grid; margin-top: 0.6rem; gap: 0.75rem; justify-items: start; }
.presets { gap: 0.25rem 1.1rem; }
.presets a { padding-block: 0.2rem; text-decoration: none; border-bottom: 2px solid transparent; }
.presets a[aria-current] { border-color: var(--accent); font-weight: 650; }
.dates form { align-items: end; gap: 0.75rem; margin-top: 0.75rem; }
label { display: grid; gap: 0.25rem; }
.answer { font-size: clamp(1.5rem, 1.1rem + 1.9vw, 2.5rem); line-height: 1.22; letter-spacing: -0.015em; max-width: 27em; text-wrap: pretty; }
.answer strong { color: var(--accent); }
.answer-more { display: block; margin-top: 0.6rem; font-size: 1.125rem; letter-spacing: 0; }
.message { font-size: 1.25rem; max-width: 34em; overflow-wrap: anywhere; }
.downloads { display: flex; gap: 1.25rem; }
.chip { display: inline-block; margin: 0 0.4rem 0.4rem 0; padding: 0.1rem 0.6rem; border: 1px solid var(--deep); border-radius: 1rem; font-size: 0.875rem; text-decoration: none; }
.segment { margin-top: 0.5rem; }
.foot { display: flex; justify-content: space-between; gap: 1rem; padding-block: 1.25rem 2.5rem; }
.foot nav { display: flex; gap: 1rem; }
.foot a[aria-current] { text-decoration: none; font-weight: 650; }
.how h2 { display: inline; font-size: 1.0625rem; }
.how > p, .how dl { max-width: 60rem; margin-top: 1rem; }
.how dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 1rem; padding-block: 0.6rem; }
.sign-in { display: grid; gap: 1.25rem; max-width: 26rem; margin-block: 8vh; }
.sign-in button { justify-self: start; }
.problem { border-inline-start: 3px solid var(--accent); padding-inline-start: 0.75rem; color: var(--accent); }
.sites li { padding-block: 1rem; }
.sites a { font-size: 1.375rem; font-weight: 650; }
[data-live='waiting'] { display: grid; gap: 1.5rem; justify-items: start; }
.snippet { max-width: 100%; padding: 1.25rem 1.5rem; background: var(--shoal); border-radius: 6px; font: 0.9375rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
.expect { list-style: decimal; padding-inline-start: 1.5rem; max-width: 44rem; }
.expect li { padding: 0 0 0.6rem 0.5rem; }
.expect ::marker { font-weight: 700; color: var(--accent); }
@media (max-width: 40rem) {
  .bar-site { display: none; }
  .bar nav { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; margin-inline: -1rem; padding-inline: 1rem; width: calc(100% + 2rem); }
  .bar nav [aria-current] { scroll-initial-target: nearest; scroll-snap-align: center; }
  .how dl > div { grid-template-columns: minmax(0, 1fr); gap: 0.1rem; }
}
`;
