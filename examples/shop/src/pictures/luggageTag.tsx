/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CompassRose } from './compassRose.tsx';
import { BRASS, BRASS_DARK, CREAM, INK, LEATHER, RUST } from './palette.ts';
import { Plate } from './plate.tsx';

const TAG = 'M154 122L246 122 274 160V336a14 14 0 0 1-14 14H140a14 14 0 0 1-14-14V160Z';

export function LuggageTag() {
  return (
    <Plate ground="#b7c6cf">
      <g transform="rotate(10 200 200)">
        <path d={TAG} fill={INK} fill-opacity=".2" transform="translate(9 9)" />
        <path
          d="M200 152C170 96 150 50 206 30S262 92 204 152"
          fill="none"
          stroke="#6f3d20"
          stroke-width="15"
        />
        <path
          d="M200 152C170 96 150 50 206 30S262 92 204 152"
          fill="none"
          stroke={LEATHER}
          stroke-width="11"
        />
        <path d={TAG} fill={LEATHER} />
        <path
          d="M158 130L242 130 266 163V334a8 8 0 0 1-8 8H142a8 8 0 0 1-8-8V163Z"
          fill="none"
          stroke="#edc49c"
          stroke-width="2"
          stroke-dasharray="7 5"
        />
        <circle cx="200" cy="152" r="12" fill={BRASS} stroke={BRASS_DARK} stroke-width="3" />
        <circle cx="200" cy="152" r="5" fill="#5c3119" />
        <rect
          x="148"
          y="246"
          width="104"
          height="76"
          rx="4"
          fill={CREAM}
          stroke="#6f3d20"
          stroke-width="3"
        />
        <g font-family="Georgia, serif" fill={INK}>
          <text x="158" y="266" font-size="9" letter-spacing="1">
            HOME
          </text>
          <text x="158" y="287" font-size="15" font-style="italic" fill={RUST}>
            41° 09′ N
          </text>
          <text x="158" y="308" font-size="15" font-style="italic" fill={RUST}>
            8° 37′ W
          </text>
        </g>
        <g transform="translate(200 206)" opacity=".75">
          <circle r="30" fill="none" stroke="#5c3119" stroke-width="1.6" />
          <CompassRose radius={27} light="#b47346" dark="#5c3119" />
        </g>
      </g>
    </Plate>
  );
}
