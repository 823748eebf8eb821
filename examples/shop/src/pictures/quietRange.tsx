/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { CREAM, INK } from './palette.ts';
import { Plate } from './plate.tsx';

/** From the valley to the summit. */
const TINTS = [
  '#8fa386',
  '#a9b48c',
  '#c5c596',
  '#ddd09b',
  '#e3ba83',
  '#d99a66',
  '#c27a4e',
  '#f7efe1',
];

export function QuietRange() {
  return (
    <Plate ground="#dcc3ae">
      <path d="M76 368l262-4 4-322 8 334z" fill={INK} fill-opacity=".16" />
      <rect x="70" y="34" width="260" height="330" fill={CREAM} />
      <clipPath id="print">
        <rect x="88" y="52" width="224" height="264" />
      </clipPath>
      <g clip-path="url(#print)">
        <rect x="88" y="52" width="224" height="264" fill="#7c9484" />
        {TINTS.map((tint, i) => (
          <>
            <path
              d={contour({
                x: 214 - i * 3,
                y: 172 + i * 3,
                radius: 158 - i * 19.5,
                seed: 0.6,
                stretch: 0.92,
              })}
              fill={tint}
              stroke={INK}
              stroke-opacity=".28"
              stroke-width=".8"
            />
            {i > 3 && (
              <path
                d={contour({ x: 128 + i, y: 292 - i * 2, radius: 82 - i * 9, seed: 3.1 })}
                fill={tint}
                stroke={INK}
                stroke-opacity=".28"
                stroke-width=".8"
              />
            )}
          </>
        ))}
        <path
          d="M316 66C288 92 290 128 272 152S250 196 262 226 250 286 218 320"
          fill="none"
          stroke="#5f8794"
          stroke-width="2.4"
        />
        <path d="M190 186l8-14 8 14z" fill={INK} />
        <text x="211" y="186" font-family="Georgia, serif" font-size="11" fill={INK}>
          2114
        </text>
      </g>
      <rect x="88" y="52" width="224" height="264" fill="none" stroke={INK} stroke-width="1.4" />
      <text
        x="200"
        y="342"
        text-anchor="middle"
        font-family="Georgia, serif"
        font-size="13"
        letter-spacing="4"
        fill={INK}
      >
        THE QUIET RANGE
      </text>
    </Plate>
  );
}
