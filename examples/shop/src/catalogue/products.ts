import type { Product } from './product.ts';

/** All there is, in the order of the shelf. */
export const PRODUCTS: readonly Product[] = [
  {
    slug: 'harbour-chart',
    sku: 'FF-101',
    name: 'Harbour Chart No. 7',
    category: 'maps',
    priceCents: 3800,
    stock: 12,
    line: 'Letterpress chart of a harbour that never was',
    story:
      'Drawn from memory of a place nobody has been to, then printed in three passes on a hand-fed press. The soundings are true to the tide tables of a very small sea.',
    facts: [
      ['Size', '50 × 70 cm'],
      ['Paper', 'Cotton rag, 300 g/m²'],
      ['Edition', '400, numbered'],
    ],
    choice: {
      label: 'Finish',
      variants: [
        { id: 'flat', name: 'Flat sheet' },
        { id: 'tube', name: 'Rolled, in a tube', priceCents: 4200 },
        { id: 'framed', name: 'Framed in oak', priceCents: 9600 },
      ],
    },
  },
  {
    slug: 'field-notebook',
    sku: 'FF-201',
    name: 'Field Notebook',
    category: 'paper',
    priceCents: 1400,
    stock: 40,
    line: 'Lies flat, likes rain, forgives pencils',
    story:
      'Ninety-six pages of stone-dust paper between waxed covers. Thread-sewn so it opens all the way, with a scale rule printed along the last page.',
    facts: [
      ['Size', '11 × 17 cm'],
      ['Pages', '96, dot grid'],
      ['Binding', 'Thread-sewn, lies flat'],
    ],
    choice: {
      label: 'Cover',
      variants: [
        { id: 'moss', name: 'Moss' },
        { id: 'rust', name: 'Rust' },
        { id: 'ink', name: 'Ink' },
      ],
    },
  },
  {
    slug: 'brass-compass',
    sku: 'FF-301',
    name: 'Brass Compass',
    category: 'instruments',
    priceCents: 6400,
    stock: 8,
    line: 'Points north. Asks no questions',
    story:
      'A liquid-damped needle in a solid brass case that warms to the hand. It will darken where you hold it most; leave it so.',
    facts: [
      ['Diameter', '52 mm'],
      ['Weight', '118 g'],
      ['Case', 'Solid brass, unlacquered'],
    ],
  },
  {
    slug: 'quiet-range',
    sku: 'FF-102',
    name: 'The Quiet Range',
    category: 'maps',
    priceCents: 3600,
    wasCents: 4500,
    stock: 15,
    line: 'Relief print in eight tints of altitude',
    story:
      'Every contour is one cut in lino, every tint one more hundred metres. Hang it where you drink your coffee and climb it slowly.',
    facts: [
      ['Size', '40 × 50 cm'],
      ['Print', 'Linocut, eight colours'],
      ['Summit', '2 114 m, unclimbed'],
    ],
  },
  {
    slug: 'airmail-set',
    sku: 'FF-202',
    name: 'Airmail Set',
    category: 'paper',
    priceCents: 1650,
    stock: 25,
    line: 'Twenty letters that weigh next to nothing',
    story:
      'Onionskin sheets that crackle and striped envelopes that look as if they had already been somewhere. Stamps not included, answers likely.',
    facts: [
      ['Inside', '20 sheets, 20 envelopes'],
      ['Paper', 'Onionskin, 28 g/m²'],
      ['Size', '11 × 22 cm'],
    ],
  },
  {
    slug: 'map-roll',
    sku: 'FF-401',
    name: 'Waxed Map Roll',
    category: 'travel',
    priceCents: 5800,
    stock: 6,
    line: 'Keeps six maps dry and one pencil close',
    story:
      'Waxed canvas, two bridle-leather straps, and a sleeve for the pencil you would otherwise lose on the first day.',
    facts: [
      ['Length', '46 cm'],
      ['Canvas', 'Waxed cotton, 420 g/m²'],
      ['Straps', 'Bridle leather, brass buckles'],
    ],
  },
  {
    slug: 'star-wheel',
    sku: 'FF-103',
    name: 'Star Wheel',
    category: 'maps',
    priceCents: 2400,
    stock: 18,
    line: 'Tonight’s sky, for any night',
    story:
      'Turn the date to the hour and the oval shows what is above you. Drawn for 40° to 55° north, with the names of stars people still use.',
    facts: [
      ['Diameter', '24 cm'],
      ['Works', '40° to 55° north'],
      ['Board', 'Two layers, brass rivet'],
    ],
  },
  {
    slug: 'desk-globe',
    sku: 'FF-302',
    name: 'Desk Globe',
    category: 'instruments',
    priceCents: 12800,
    stock: 0,
    line: 'Twelve hand-cut gores and one small planet',
    story:
      'Paper gores laid by hand over a plaster sphere, on a turned walnut foot. Each takes a week, and this week’s are gone.',
    facts: [
      ['Diameter', '20 cm'],
      ['Foot', 'Turned walnut'],
      ['Meridian', 'Brass, engraved'],
    ],
  },
  {
    slug: 'blank-atlas',
    sku: 'FF-203',
    name: 'The Blank Atlas',
    category: 'paper',
    priceCents: 3200,
    stock: 10,
    line: 'All the coastlines, none of the names',
    story:
      'Sixty-four spreads of coast, river and grid, waiting to be called something. Pencil for rumours, ink for places you have been.',
    facts: [
      ['Size', '24 × 32 cm'],
      ['Spreads', '64'],
      ['Index', 'Empty, alphabetical'],
    ],
  },
  {
    slug: 'map-measure',
    sku: 'FF-303',
    name: 'Map Measure',
    category: 'instruments',
    priceCents: 2900,
    stock: 9,
    line: 'Rolls along a route and tells the truth',
    story:
      'A little wheel, a dial in kilometres and miles, and the end of every argument that began with “it can’t be far”.',
    facts: [
      ['Scales', '1:25 000 to 1:750 000'],
      ['Dial', '38 mm'],
      ['Handle', 'Knurled steel'],
    ],
  },
  {
    slug: 'luggage-tag',
    sku: 'FF-402',
    name: 'Luggage Tag',
    category: 'travel',
    priceCents: 1900,
    stock: 30,
    line: 'So that your things know where they live',
    story:
      'Vegetable-tanned leather with a window for one address. We stamp a compass point into it: north unless you had other plans.',
    facts: [
      ['Size', '6 × 11 cm'],
      ['Leather', 'Vegetable-tanned'],
      ['Strap', '18 cm, brass pin'],
    ],
  },
  {
    slug: 'chart-dividers',
    sku: 'FF-304',
    name: 'Chart Dividers',
    category: 'instruments',
    priceCents: 2200,
    stock: 14,
    line: 'Walks across the sea in even steps',
    story:
      'One-handed brass dividers with steel points, stiff enough to keep a distance and loose enough to be taken for a walk.',
    facts: [
      ['Length', '16 cm'],
      ['Points', 'Hardened steel'],
      ['Opens to', '19 cm'],
    ],
  },
];

export function productBySlug(slug: string): Product | undefined {
  return PRODUCTS.find((product) => product.slug === slug);
}
