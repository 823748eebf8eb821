/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { BRASS, BRASS_DARK, CREAM, DEEP, INK, LEATHER, SEA, SHADE } from './palette.ts';
import { Plate } from './plate.tsx';

export function MapRoll() {
  return (
    <Plate ground="#dccfb4">
      <linearGradient id="canvas" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="#5d6647" />
        <stop offset=".3" stop-color="#7f8a60" />
        <stop offset="1" stop-color="#3f472e" />
      </linearGradient>
      <g transform="rotate(-24 200 200) translate(-16 -16) scale(1.08)">
        <rect x="40" y="168" width="330" height="92" rx="40" fill={INK} fill-opacity=".18" />
        <Maps />
        <rect x="52" y="150" width="262" height="92" rx="14" fill="url(#canvas)" />
        <path
          d="M52 176C140 170 230 184 314 176"
          fill="none"
          stroke="#fff"
          stroke-opacity=".12"
          stroke-width="8"
        />
        <ellipse cx="56" cy="196" rx="17" ry="46" fill="#4b5436" />
        <ellipse cx="56" cy="196" rx="11" ry="31" fill="#3a4229" />
        <path
          d="M72 234C150 242 230 238 306 238"
          fill="none"
          stroke={CREAM}
          stroke-opacity=".45"
          stroke-dasharray="6 5"
        />
        <Strap x={112} />
        <Strap x={236} />
        <path
          d="M124 148C136 96 232 96 244 148"
          fill="none"
          stroke="#6f3d20"
          stroke-width="13"
          stroke-linecap="round"
        />
        <path
          d="M124 148C136 96 232 96 244 148"
          fill="none"
          stroke={LEATHER}
          stroke-width="9"
          stroke-linecap="round"
        />
      </g>
    </Plate>
  );
}

/** What sticks out: two rolled sheets. */
function Maps() {
  return (
    <>
      <rect x="290" y="172" width="76" height="52" rx="4" fill={SHADE} />
      <rect x="290" y="162" width="68" height="56" rx="4" fill={CREAM} />
      <clipPath id="roll">
        <rect x="290" y="162" width="68" height="56" />
      </clipPath>
      <g clip-path="url(#roll)" fill="none" stroke={DEEP} stroke-opacity=".6">
        {[10, 18, 26, 34].map((radius) => (
          <path d={contour({ x: 338, y: 196, radius, seed: 2 })} />
        ))}
      </g>
      <ellipse cx="358" cy="190" rx="9" ry="28" fill={SEA} />
      <ellipse cx="358" cy="190" rx="6" ry="20" fill={CREAM} />
      <ellipse cx="358" cy="190" rx="3" ry="10" fill={SHADE} />
    </>
  );
}

function Strap({ x }: { x: number }) {
  return (
    <>
      <rect x={x} y="147" width="24" height="98" rx="3" fill={LEATHER} />
      <rect x={x} y="147" width="6" height="98" rx="3" fill="#fff" fill-opacity=".14" />
      <path d={`M${x + 4} 152V240M${x + 20} 152V240`} stroke="#e3b58c" stroke-dasharray="4 4" />
      <rect
        x={x - 5}
        y="178"
        width="34"
        height="28"
        rx="5"
        fill="none"
        stroke={BRASS_DARK}
        stroke-width="7"
      />
      <rect
        x={x - 5}
        y="178"
        width="34"
        height="28"
        rx="5"
        fill="none"
        stroke={BRASS}
        stroke-width="4"
      />
      <path d={`M${x - 4} 192H${x + 20}`} stroke={BRASS} stroke-width="4" stroke-linecap="round" />
    </>
  );
}
