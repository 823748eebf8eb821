/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CREAM, INK, RUST } from './palette.ts';
import { Plate } from './plate.tsx';

const BLUE = '#35618e';

export function AirmailSet() {
  return (
    <Plate ground="#d8c9d3">
      <g transform="rotate(5 200 120)">
        <rect x="92" y="40" width="208" height="200" fill={INK} fill-opacity=".12" />
        <rect x="86" y="34" width="208" height="200" fill="#fdfbf4" />
        <path
          d="M108 64h90M108 82h160M108 100h164M108 118h150M108 136h158"
          stroke={BLUE}
          stroke-opacity=".5"
          stroke-width="2"
          stroke-linecap="round"
        />
      </g>
      <g transform="rotate(-9 200 230)">
        <Envelope x={70} y={150} />
      </g>
      <g transform="rotate(3 200 270)">
        <Envelope x={58} y={182} />
        <Stamp />
        <Postmark />
        <path
          d="M112 276h96M112 294h124M112 312h72"
          stroke={INK}
          stroke-width="2.4"
          stroke-linecap="round"
        />
      </g>
    </Plate>
  );
}

/** Stripes in a pattern would need a hatch for each edge: one thick dashed line a colour does it. */
function Envelope({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x="6" y="8" width="284" height="164" rx="3" fill={INK} fill-opacity=".16" />
      <rect width="284" height="164" rx="3" fill={CREAM} />
      <rect
        x="5"
        y="5"
        width="274"
        height="154"
        fill="none"
        stroke={RUST}
        stroke-width="10"
        stroke-dasharray="16 32"
      />
      <rect
        x="5"
        y="5"
        width="274"
        height="154"
        fill="none"
        stroke={BLUE}
        stroke-width="10"
        stroke-dasharray="16 32"
        stroke-dashoffset="24"
      />
      <rect x="10" y="10" width="264" height="144" fill={CREAM} />
    </g>
  );
}

function Stamp() {
  return (
    <g transform="translate(264 200)">
      <rect
        width="54"
        height="64"
        fill="#fff"
        stroke={CREAM}
        stroke-width="5"
        stroke-dasharray="0 7"
        stroke-linecap="round"
      />
      <rect x="5" y="5" width="44" height="54" fill="#7fa3a8" />
      <path d="M5 46L20 26 30 38 38 30 49 46V59H5Z" fill={BLUE} />
      <circle cx="38" cy="17" r="6" fill="#f4d58d" />
    </g>
  );
}

function Postmark() {
  return (
    <g fill="none" stroke={INK} stroke-opacity=".55" stroke-width="1.8">
      <circle cx="252" cy="246" r="25" />
      <circle cx="252" cy="246" r="18" />
      <path d="M178 236c8-5 12 5 20 0s12 5 20 0M178 246c8-5 12 5 20 0s12 5 20 0M178 256c8-5 12 5 20 0s12 5 20 0" />
    </g>
  );
}
