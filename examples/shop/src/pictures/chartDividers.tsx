/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { BRASS, BRASS_DARK, BRASS_LIGHT, CREAM, DEEP, INK, RUST, SHADE } from './palette.ts';
import { Plate } from './plate.tsx';

const LEG = 'M-12 0C-13 60 -10 120 -7 172H7C10 120 13 60 12 0Z';
const POINT = 'M-6 172L0 268 6 172Z';
const TURN = 24;

export function ChartDividers() {
  return (
    <Plate ground="#bcd0d8">
      <g stroke={DEEP} stroke-opacity=".45" fill="none">
        <path d="M0 350C120 318 280 318 400 350M0 282C120 254 280 254 400 282M0 214C120 190 280 190 400 214" />
        <path d="M48 400L104 0M200 400V0M352 400L296 0" />
      </g>
      {[64, 56].map((radius) => (
        <path
          d={contour({ x: 366, y: 384, radius, seed: 2, stretch: 1.2 })}
          fill="none"
          stroke={DEEP}
          stroke-opacity=".5"
        />
      ))}
      <path
        d={contour({ x: 366, y: 384, radius: 48, seed: 2, stretch: 1.2 })}
        fill={SHADE}
        stroke={INK}
        stroke-width="1.6"
      />
      <path
        d="M91 321C150 256 250 256 309 321"
        fill="none"
        stroke={RUST}
        stroke-width="2.4"
        stroke-dasharray="7 6"
      />
      <g fill={RUST}>
        <circle cx="91" cy="321" r="4.5" />
        <circle cx="309" cy="321" r="4.5" />
      </g>
      <g transform="translate(212 84)" fill={INK} fill-opacity=".16">
        <circle r="32" />
        <path d={`${LEG}${POINT}`} transform={`rotate(${TURN})`} />
        <path d={`${LEG}${POINT}`} transform={`rotate(${-TURN})`} />
      </g>
      <Leg turn={TURN} />
      <Leg turn={-TURN} />
      <g transform="translate(200 76)">
        <rect x="-9" y="-62" width="18" height="38" rx="6" fill={BRASS} stroke={BRASS_DARK} />
        <path d="M-9 -53H9M-9 -46H9M-9 -39H9" stroke={BRASS_DARK} />
        <circle r="33" fill={BRASS} stroke={BRASS_DARK} stroke-width="2" />
        <circle r="24" fill={BRASS_LIGHT} fill-opacity=".6" />
        <circle r="10" fill={BRASS_DARK} />
        <path d="M-5 -5L5 5" stroke={CREAM} stroke-width="2" />
      </g>
    </Plate>
  );
}

function Leg({ turn }: { turn: number }) {
  return (
    <g transform={`translate(200 76) rotate(${turn})`}>
      <path d={POINT} fill="#59656d" />
      <path d="M-6 172L0 268V172Z" fill="#a9b4ba" />
      <path d={LEG} fill={BRASS} stroke={BRASS_DARK} stroke-width="1.4" />
      <path d="M-11 0C-12 60 -9 120 -6 171H-3C-5 120 -6 60 -4 0Z" fill={BRASS_LIGHT} />
      <rect x="-10" y="142" width="20" height="8" rx="1" fill={BRASS_DARK} />
    </g>
  );
}
