/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CompassRose } from './compassRose.tsx';
import { contour } from './contour.ts';
import { BRASS, CREAM, DEEP, INK, OAK, PAPER, RUST, SEA, SHADE } from './palette.ts';
import { Plate } from './plate.tsx';
import { around, polar } from './polar.ts';

const SOUNDINGS = [
  [212, 118, 4],
  [246, 150, 7],
  [262, 206, 12],
  [226, 236, 9],
  [176, 262, 5],
  [270, 268, 18],
  [216, 296, 14],
  [160, 306, 11],
  [276, 112, 3],
] as const;

export function HarbourChart({ variant }: { variant: string | undefined }) {
  return (
    <Plate ground="#c4d6d6">
      {variant === 'framed' ? <Frame /> : <Shadow />}
      <Sheet />
      {variant === 'tube' && <Tube />}
    </Plate>
  );
}

function Sheet() {
  return (
    <>
      <clipPath id="sheet">
        <rect x="102" y="72" width="196" height="256" />
      </clipPath>
      <rect x="88" y="58" width="224" height="284" fill={CREAM} />
      <g clip-path="url(#sheet)">
        <rect x="102" y="72" width="196" height="256" fill="#dfeae6" />
        <g fill="none" stroke={DEEP} stroke-opacity=".35" stroke-width=".8">
          {around(16).map((angle) => (
            <path d={`M228 212l${polar(angle, 260)}`} />
          ))}
        </g>
        {[86, 76, 66].map((radius) => (
          <path
            d={contour({ x: 122, y: 132, radius, seed: 2.2, stretch: 0.95 })}
            fill={SEA}
            fill-opacity=".35"
            stroke={DEEP}
            stroke-opacity=".4"
            stroke-width=".8"
          />
        ))}
        <path
          d={contour({ x: 122, y: 132, radius: 58, seed: 2.2, stretch: 0.95 })}
          fill={SHADE}
          stroke={INK}
          stroke-width="1.4"
        />
        <path
          d={contour({ x: 120, y: 128, radius: 34, seed: 2.2 })}
          fill="none"
          stroke={OAK}
          stroke-width=".9"
        />
        {[22, 30].map((radius) => (
          <path
            d={contour({ x: 268, y: 322, radius: radius + 14, seed: 5, stretch: 1.3 })}
            fill={SEA}
            fill-opacity=".35"
            stroke={DEEP}
            stroke-opacity=".4"
            stroke-width=".8"
          />
        ))}
        <path
          d={contour({ x: 268, y: 324, radius: 24, seed: 5, stretch: 1.3 })}
          fill={SHADE}
          stroke={INK}
          stroke-width="1.4"
        />
        <path
          d="M292 96C250 104 236 150 208 168S184 168 174 152"
          fill="none"
          stroke={RUST}
          stroke-width="1.8"
          stroke-dasharray="5 4"
        />
        <g font-family="Georgia, serif" font-size="9" font-style="italic" fill={INK}>
          {SOUNDINGS.map(([x, y, fathoms]) => (
            <text x={x} y={y}>
              {fathoms}
            </text>
          ))}
        </g>
      </g>
      <g transform="translate(228 212)">
        <circle r="24" fill="#dfeae6" fill-opacity=".8" stroke={DEEP} stroke-width=".8" />
        <CompassRose radius={32} light={CREAM} dark={INK} />
      </g>
      <rect x="102" y="72" width="196" height="256" fill="none" stroke={INK} stroke-width="1.2" />
      <rect
        x="98"
        y="68"
        width="204"
        height="264"
        fill="none"
        stroke={INK}
        stroke-width="4"
        stroke-dasharray="14 14"
      />
      <rect x="96" y="66" width="208" height="268" fill="none" stroke={INK} stroke-width=".8" />
    </>
  );
}

function Shadow() {
  return <path d="M96 350l224-4 4-278 6 292z" fill={INK} fill-opacity=".16" />;
}

function Frame() {
  return (
    <>
      <path d="M66 372l280 0 0-332 12 348-286 0z" fill={INK} fill-opacity=".18" />
      <rect x="62" y="32" width="276" height="336" fill={OAK} />
      <path d="M62 32H338L318 52H82zM62 368l20-20V52L62 32z" fill="#c08e52" />
      <path d="M338 32V368H62l20-20H318V52z" fill="#8d602f" />
      <rect x="82" y="52" width="236" height="296" fill={PAPER} />
    </>
  );
}

function Tube() {
  return (
    <g transform="translate(300 214) rotate(14)">
      <rect x="8" y="-150" width="50" height="300" rx="10" fill={INK} fill-opacity=".2" />
      <rect x="-2" y="-150" width="48" height="300" rx="6" fill={PAPER} />
      <rect x="-2" y="-150" width="14" height="300" rx="6" fill="#fff" fill-opacity=".5" />
      <rect x="34" y="-150" width="12" height="300" rx="6" fill={SHADE} />
      <rect x="-5" y="-158" width="54" height="34" rx="5" fill={DEEP} />
      <rect x="-5" y="124" width="54" height="34" rx="5" fill={DEEP} />
      <rect x="-2" y="-40" width="48" height="74" fill={CREAM} />
      <g transform="translate(22 -3)">
        <CompassRose radius={20} light={BRASS} dark={INK} />
      </g>
    </g>
  );
}
