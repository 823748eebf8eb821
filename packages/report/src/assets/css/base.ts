/**
 * The colours of a nautical chart: white paper, waters of three depths for carts on their way, and
 * magenta, which charts keep for what a reader must not miss: here, what is left behind.
 */
export const base = `
:root {
  color-scheme: light dark;
  --paper: #fbfcfd;
  --ink: #0c2230;
  --quiet: #4b6371;
  --rule: #d3dfe6;
  --shoal: #e1edf3;
  --sea: #b5d0de;
  --deep: #4a86a8;
  --silt: #8f8b78;
  --accent: #b00d6c;
  --left: #b00d6c;
  --soft: #f9e3ef;
  --sans: system-ui, 'Segoe UI', Roboto, 'Liberation Sans', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif;
  --mono: ui-monospace, Menlo, Consolas, monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #0a1720;
    --ink: #e8f0f4;
    --quiet: #9fb5c2;
    --rule: #213846;
    --shoal: #12303f;
    --sea: #2c5a72;
    --deep: #5d9dc0;
    --silt: #7c7868;
    --accent: #ff75b5;
    --left: #e0559c;
    --soft: #3a1229;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 var(--sans);
  font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: clamp(2rem, 1.6rem + 1.6vw, 3rem); line-height: 1.1; letter-spacing: -0.025em; }
h2 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -0.01em; }
h3 { font-size: 1.0625rem; line-height: 1.3; }
h2, h3, b, strong, th, dt { font-weight: 650; }
a { color: inherit; text-decoration-color: var(--deep); text-underline-offset: 0.2em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
summary { cursor: pointer; width: fit-content; }
svg { display: block; }
:lang(ko) { word-break: keep-all; }
.quiet, .intro, caption, .legend, .foot, .chart, .answer-more, .bar-site, .goods-count, .data thead th, .rate h2, .figure dt { color: var(--quiet); }
.quiet, caption, .legend, .foot, .change, .dates, .bar-end, .data { font-size: 0.875rem; }
.figure, .how dl > div, .sites li, .left-cart, .moving li { border-top: 1px solid var(--rule); }
.presets, .bar nav, .legend, .title, .dates form { display: flex; flex-wrap: wrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.cash { white-space: nowrap; }
button, input, select {
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--quiet);
  border-radius: 4px;
  padding: 0.5rem 0.75rem;
  min-width: 0;
}
button { background: var(--ink); color: var(--paper); border-color: var(--ink); font-weight: 600; cursor: pointer; }
button:hover { background: var(--accent); }
button.plain { background: none; border: 0; padding: 0; color: inherit; font-weight: 400; text-decoration: underline var(--deep); text-underline-offset: 0.2em; }
button.plain:hover { color: var(--accent); }
`;
