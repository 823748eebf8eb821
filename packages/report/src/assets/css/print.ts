/** On paper: what was found, without what is there to be clicked. */
export const print = `
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --rule: #ccc; }
  * { print-color-adjust: exact; }
  body { font-size: 10pt; }
  .skip, .bar nav, .bar-end, .picker, .foot nav, .moving, .downloads, summary { display: none; }
  .how summary { display: block; }
  ::details-content { content-visibility: visible; height: auto; }
  .step { grid-template-columns: 11rem minmax(0, 1fr) 13rem; grid-template-areas: 'name stream left'; }
  .step-leader { display: inline; }
  .step, .figure, .list tr, .chart { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
