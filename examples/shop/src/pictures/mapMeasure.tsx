/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { CREAM, INK, RUST } from './palette.ts';
import { Plate } from './plate.tsx';
import { around, polar } from './polar.ts';

export function MapMeasure() {
  return (
    <Plate ground="#d9c7a5">
      <g fill="none" stroke="#a98c56" stroke-opacity=".45" stroke-width="1.4">
        {[30, 52, 74, 96, 118, 140, 162, 184].map((radius) => (
          <path d={contour({ x: 108, y: 300, radius, seed: 2.6, stretch: 1.2 })} />
        ))}
      </g>
      <path
        d="M14 372C60 320 96 362 128 340S150 326 166 336"
        fill="none"
        stroke={RUST}
        stroke-width="5"
        stroke-linecap="round"
        stroke-dasharray="2 11"
      />
      <g transform="rotate(16 205 190)">
        <path d="M214 20h20v310h-10z" fill={INK} fill-opacity=".14" />
        <circle cx="216" cy="182" r="92" fill={INK} fill-opacity=".16" />
        <rect x="196" y="14" width="18" height="92" rx="7" fill="#77838b" />
        <rect x="196" y="14" width="6" height="92" rx="3" fill="#b9c2c7" />
        <path
          d="M196 30h18M196 38h18M196 46h18M196 54h18M196 62h18M196 70h18"
          stroke={INK}
          stroke-opacity=".5"
        />
        <path d="M191 252H219L212 318H198Z" fill="#77838b" />
        <path d="M191 252H200L202 318H198Z" fill="#b9c2c7" />
        <circle cx="205" cy="176" r="92" fill="#8b979e" />
        <circle cx="205" cy="176" r="92" fill="none" stroke="#c7cfd3" stroke-width="4" />
        <circle cx="205" cy="176" r="78" fill={CREAM} stroke={INK} stroke-opacity=".4" />
        <g transform="translate(205 176)">
          <g stroke={INK}>
            {around(60).map((angle, i) => (
              <path
                d={`M${polar(angle, 74)}L${polar(angle, i % 5 === 0 ? 62 : 69)}`}
                stroke-width={i % 5 === 0 ? 2 : 1}
              />
            ))}
          </g>
          <circle
            r="44"
            fill="none"
            stroke={RUST}
            stroke-opacity=".6"
            stroke-dasharray="2 4"
            stroke-width="6"
          />
          <text
            y="30"
            text-anchor="middle"
            font-family="Georgia, serif"
            font-size="12"
            font-style="italic"
            fill={INK}
          >
            km
          </text>
          <path d="M0 14L4 0 0 -60 -4 0Z" fill={RUST} transform="rotate(52)" />
          <circle r="6" fill={INK} />
        </g>
        <circle cx="205" cy="326" r="15" fill={INK} />
        <circle
          cx="205"
          cy="326"
          r="15"
          fill="none"
          stroke="#77838b"
          stroke-width="4"
          stroke-dasharray="2 3"
        />
        <circle cx="205" cy="326" r="4" fill="#c7cfd3" />
      </g>
    </Plate>
  );
}
