/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { BRASS, BRASS_DARK, CREAM, INK, PAPER } from './palette.ts';
import { Plate } from './plate.tsx';
import { around, polar } from './polar.ts';

const NIGHT = '#1d2c4a';

/** Degrees, distance from the pole, brightness. */
const STARS = Array.from({ length: 90 }, (_, i) => {
  // The golden angle spreads them without a pattern.
  const degrees = (i * 137.508) % 360;
  return { at: polar(degrees, 11 * Math.sqrt(i + 1)), size: [1, 1.4, 2.1, 0.8, 1.1][i % 5]! };
});

const PLOUGH = '-70 -40 -46 -52 -28 -46 -8 -36 -4 -14 22 -12 26 -36 -8 -36';
const CROWN = '34 40 48 62 66 52 82 70 98 54';

export function StarWheel() {
  return (
    <Plate ground="#b9bfd6">
      <circle cx="208" cy="210" r="154" fill={INK} fill-opacity=".2" />
      <g transform="translate(200 200)">
        <circle r="154" fill={PAPER} />
        <g stroke={INK} stroke-width="1">
          {around(72).map((angle, i) => (
            <path d={`M${polar(angle, 152)}L${polar(angle, i % 6 === 0 ? 138 : 146)}`} />
          ))}
        </g>
        <circle r="132" fill={NIGHT} />
        <g fill="none" stroke="#fff" stroke-opacity=".2">
          {[36, 72, 108].map((r) => (
            <circle r={r} />
          ))}
          {around(12).map((angle) => (
            <path d={`M0 0L${polar(angle, 132)}`} />
          ))}
        </g>
        <path
          d="M-110 60C-50 10 10 60 118 -20L130 20C40 90-40 60-92 96Z"
          fill="#fff"
          fill-opacity=".1"
        />
        <g fill={CREAM}>
          {STARS.map(({ at, size }) => {
            const [x, y] = at.split(' ');
            return <circle cx={x} cy={y} r={size} />;
          })}
        </g>
        <g fill="none" stroke={BRASS} stroke-width="1.6">
          <polyline points={PLOUGH} />
          <polyline points={CROWN} />
        </g>
        <g fill="#fff">
          {`${PLOUGH} ${CROWN}`.match(/-?\d+ -?\d+/g)?.map((point) => {
            const [x, y] = point.split(' ');
            return <circle cx={x} cy={y} r="3.2" />;
          })}
        </g>
        <Horizon />
        <circle r="7" fill={BRASS} stroke={BRASS_DARK} stroke-width="2" />
      </g>
    </Plate>
  );
}

/** The upper board, with an oval cut out of it. */
function Horizon() {
  return (
    <>
      <path
        d="M0-128A128 128 0 1 1 0 128 128 128 0 1 1 0-128ZM0-98C-66-98-108-60-108-6S-62 104 0 104 108 48 108-6 66-98 0-98Z"
        fill="#e9e2ee"
        fill-rule="evenodd"
      />
      <path
        d="M0-98C-66-98-108-60-108-6S-62 104 0 104 108 48 108-6 66-98 0-98Z"
        fill="none"
        stroke={INK}
        stroke-width="1.6"
      />
      <g font-family="Georgia, serif" font-size="13" fill={INK} text-anchor="middle">
        <text y="-108">N</text>
        <text y="121">S</text>
        <text x="-118" y="2">
          E
        </text>
        <text x="118" y="2">
          W
        </text>
      </g>
    </>
  );
}
