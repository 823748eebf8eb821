/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { CompassRose } from './compassRose.tsx';
import { BRASS, BRASS_DARK, BRASS_LIGHT, CREAM, INK, RUST } from './palette.ts';
import { Plate } from './plate.tsx';
import { around, polar } from './polar.ts';

export function BrassCompass() {
  return (
    <Plate ground="#9db4ae">
      <linearGradient id="brass" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color={BRASS_LIGHT} />
        <stop offset=".5" stop-color={BRASS} />
        <stop offset="1" stop-color={BRASS_DARK} />
      </linearGradient>
      <ellipse cx="212" cy="234" rx="138" ry="136" fill={INK} fill-opacity=".22" />
      <g transform="translate(200 218)">
        <circle cy="-162" r="22" fill="none" stroke={BRASS_DARK} stroke-width="9" />
        <circle cy="-162" r="22" fill="none" stroke={BRASS_LIGHT} stroke-width="3" />
        <rect x="-13" y="-152" width="26" height="26" rx="4" fill="url(#brass)" />
        <circle r="136" fill="url(#brass)" />
        <circle r="136" fill="none" stroke={BRASS_DARK} stroke-width="2" />
        <circle r="122" fill="none" stroke={BRASS_LIGHT} stroke-width="2" />
        <circle r="112" fill={BRASS_DARK} />
        <circle r="108" fill={CREAM} />
        <g stroke={INK}>
          {around(72).map((angle, i) => (
            <path
              d={`M${polar(angle, 104)}L${polar(angle, i % 9 === 0 ? 90 : 97)}`}
              stroke-width={i % 9 === 0 ? 2.4 : 1}
            />
          ))}
        </g>
        <g font-family="Georgia, serif" font-size="20" fill={INK} text-anchor="middle">
          <text y="-68">N</text>
          <text y="82">S</text>
          <text x="76" y="7">
            E
          </text>
          <text x="-76" y="7">
            W
          </text>
        </g>
        <CompassRose radius={58} light={CREAM} dark="#8f9a94" />
        <g transform="rotate(24)">
          <path d="M0 -94L9 0H-9Z" fill={RUST} />
          <path d="M0 94L9 0H-9Z" fill={INK} />
          <path d="M0 -94V94L9 0Z" fill="#000" fill-opacity=".15" />
          <circle r="9" fill="url(#brass)" stroke={BRASS_DARK} />
        </g>
        <path
          d="M-84 -62A104 104 0 0 1 10 -104C-34 -84 -64 -58 -84 -62Z"
          fill="#fff"
          fill-opacity=".5"
        />
      </g>
    </Plate>
  );
}
