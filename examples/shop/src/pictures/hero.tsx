/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CompassRose } from './compassRose.tsx';
import { contour } from './contour.ts';
import { Drawing } from './drawing.tsx';
import { CREAM, DEEP, INK, RUST, SEA } from './palette.ts';
import { around, polar } from './polar.ts';

const WATER = '#cfe0dd';
const LAND = ['#e9dab2', '#dcc793', '#cfb57c', '#c09a66', '#ad7d53'];

/** The island that a shopper crosses, from hello to thank you. */
export function Hero() {
  return (
    <Drawing viewBox="0 0 760 560">
      <rect width="760" height="560" fill={CREAM} />
      <clipPath id="map">
        <rect x="26" y="26" width="708" height="508" />
      </clipPath>
      <g clip-path="url(#map)">
        <rect width="760" height="560" fill={WATER} />
        <g fill="none" stroke={DEEP} stroke-opacity=".2">
          {around(32).map((angle) => (
            <path d={`M640 128l${polar(angle, 900)}`} />
          ))}
        </g>
        <Island />
        <Islet />
        <Life />
        <Route />
        <Names />
        <g transform="translate(640 128)">
          <circle r="46" fill={WATER} fill-opacity=".85" stroke={DEEP} />
          <CompassRose radius={64} light={CREAM} dark={INK} />
        </g>
      </g>
      <g fill="none" stroke={INK}>
        <rect x="26" y="26" width="708" height="508" stroke-width="1.5" />
        <rect x="20" y="20" width="720" height="520" stroke-width="7" stroke-dasharray="40 40" />
        <rect x="16" y="16" width="728" height="528" stroke-width="1.2" />
      </g>
    </Drawing>
  );
}

function Island() {
  const coast = { seed: 2.75, stretch: 1.26 };
  return (
    <>
      {[236, 218, 201].map((radius) => (
        <path
          d={contour({ ...coast, x: 344, y: 286, radius })}
          fill={SEA}
          fill-opacity=".32"
          stroke={DEEP}
          stroke-opacity=".35"
        />
      ))}
      {LAND.map((tint, i) => (
        <path
          d={contour({ ...coast, x: 344 + i * 8, y: 286 - i * 9, radius: 184 - i * 33 })}
          fill={tint}
          stroke={INK}
          stroke-width={i === 0 ? 2 : 0.8}
          stroke-opacity={i === 0 ? 1 : 0.4}
        />
      ))}
    </>
  );
}

function Islet() {
  const coast = { x: 648, y: 416, seed: 0.9, stretch: 1.1 };
  return (
    <>
      <path
        d={contour({ ...coast, radius: 52 })}
        fill={SEA}
        fill-opacity=".4"
        stroke={DEEP}
        stroke-opacity=".35"
      />
      <path d={contour({ ...coast, radius: 36 })} fill={LAND[0]} stroke={INK} stroke-width="2" />
    </>
  );
}

const TREES = [
  [252, 196],
  [270, 210],
  [288, 192],
  [236, 216],
  [262, 232],
  [470, 300],
  [488, 312],
  [480, 288],
] as const;

/** Trees, a summit, a boat, and what lives in the Sea of Tabs. */
function Life() {
  return (
    <g stroke={INK} stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
      {TREES.map(([x, y]) => (
        <path d={`M${x} ${y}v-5M${x - 5} ${y - 5}L${x} ${y - 19}l5 14z`} fill="#8f9a68" />
      ))}
      <path d="M372 250l14-26 8 12 5-8 14 22" fill="none" stroke-width="2" />
      <path d="M386 224l-5 9 5-2 4 4 4 1z" fill={CREAM} stroke-width="1" />
      <g transform="translate(524 470)">
        <path d="M-15 6h30l-6 10h-18z" fill={RUST} />
        <path d="M0 4v-34M2-28L15 1H2zM-2-22L-12 1h10z" fill={CREAM} />
        <path d="M-26 20q5-5 10 0t10 0 10 0 10 0" fill="none" stroke={DEEP} />
      </g>
      <g transform="translate(60 430) scale(.92)" fill="none" stroke={DEEP} stroke-width="5">
        <path d="M0 24c2-34 4-44 15-44 9 0 10 12 0 13M30 24c2-20 24-20 26 0M66 24c2-14 18-14 20 0M96 24c1-8 9-10 13-14" />
        <path d="M-10 28h124" stroke-width="1.4" />
      </g>
    </g>
  );
}

const STOPS = [
  [141, 250],
  [236, 352],
  [352, 312],
  [450, 384],
] as const;

function Route() {
  return (
    <g fill="none" stroke={RUST}>
      <path
        d="M141 250C160 340 190 372 236 352S310 302 352 312 402 390 450 384 570 470 640 416"
        stroke-width="4"
        stroke-dasharray="11 9"
        stroke-linecap="round"
      />
      {STOPS.map(([cx, cy]) => (
        <circle cx={cx} cy={cy} r="7" fill={CREAM} stroke-width="3.5" />
      ))}
      <path d="M630 404l24 24M654 404l-24 24" stroke-width="6" stroke-linecap="round" />
    </g>
  );
}

function Names() {
  return (
    <g
      font-family="Georgia, 'Times New Roman', serif"
      font-style="italic"
      font-size="20"
      fill={INK}
    >
      <text x="158" y="246">
        Port Hello
      </text>
      <text x="200" y="388">
        Browsing Flats
      </text>
      <text x="352" y="276">
        Mount Maybe
      </text>
      <text x="372" y="420">
        Coupon Rock
      </text>
      <g text-anchor="middle">
        <text x="646" y="490">
          Thank-You Harbour
        </text>
        <g fill={DEEP}>
          <text x="642" y="282">
            Bay of
          </text>
          <text x="642" y="306">
            Second Thoughts
          </text>
          <text x="116" y="490" font-size="22" letter-spacing="3">
            Sea of Tabs
          </text>
        </g>
      </g>
    </g>
  );
}
