/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { BRASS, BRASS_DARK, CREAM, DEEP, INK, MOSS, SHADE } from './palette.ts';
import { Plate } from './plate.tsx';

const WALNUT = '#6b452b';

export function DeskGlobe() {
  return (
    <Plate ground="#d3bda6">
      <radialGradient id="shine" cx=".35" cy=".3" r=".8">
        <stop offset="0" stop-color="#fff" stop-opacity=".5" />
        <stop offset=".55" stop-color="#fff" stop-opacity="0" />
        <stop offset="1" stop-color={INK} stop-opacity=".45" />
      </radialGradient>
      <clipPath id="sphere">
        <circle cx="200" cy="172" r="112" />
      </clipPath>
      <ellipse cx="210" cy="364" rx="104" ry="14" fill={INK} fill-opacity=".2" />
      <path d="M190 292H210L214 330H186Z" fill={BRASS} />
      <path d="M166 330C176 324 224 324 234 330L240 346H160Z" fill={WALNUT} />
      <path d="M128 346H272C282 346 284 364 274 364H126C116 364 118 346 128 346Z" fill="#82573a" />
      <path d="M128 346H272C278 346 280 351 280 355H120C120 351 122 346 128 346Z" fill="#9a6b4a" />
      <circle cx="200" cy="172" r="112" fill="#7ea6ad" />
      <g clip-path="url(#sphere)">
        <g transform="rotate(-20 200 172)">
          <path
            d={contour({ x: 170, y: 128, radius: 48, seed: 1.9, stretch: 1.1 })}
            fill={SHADE}
            stroke={INK}
            stroke-width="1.2"
          />
          <path
            d={contour({ x: 226, y: 226, radius: 44, seed: 4.4, stretch: 0.8 })}
            fill="#cdbf8d"
            stroke={INK}
            stroke-width="1.2"
          />
          <path
            d={contour({ x: 282, y: 130, radius: 28, seed: 3, stretch: 0.8 })}
            fill={CREAM}
            stroke={INK}
            stroke-width="1.2"
          />
          <path
            d={contour({ x: 120, y: 226, radius: 20, seed: 0.4 })}
            fill={MOSS}
            fill-opacity=".7"
            stroke={INK}
            stroke-width="1.2"
          />
          <g fill="none" stroke={DEEP} stroke-opacity=".55">
            <path d="M88 172H312M96 128H304M96 216H304M122 88H278M122 256H278" />
            {[30, 66, 96].map((rx) => (
              <ellipse cx="200" cy="172" rx={rx} ry="112" />
            ))}
            <path d="M200 60V284" />
          </g>
        </g>
      </g>
      <circle cx="200" cy="172" r="112" fill="url(#shine)" />
      <g transform="rotate(-20 200 172)">
        <path d="M200 46A126 126 0 0 0 200 298" fill="none" stroke={BRASS_DARK} stroke-width="11" />
        <path d="M200 46A126 126 0 0 0 200 298" fill="none" stroke={BRASS} stroke-width="7" />
        <circle cx="200" cy="50" r="8" fill={BRASS} stroke={BRASS_DARK} />
        <circle cx="200" cy="294" r="8" fill={BRASS} stroke={BRASS_DARK} />
      </g>
    </Plate>
  );
}
