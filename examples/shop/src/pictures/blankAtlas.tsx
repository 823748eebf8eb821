/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { CREAM, DEEP, INK, PAPER, RUST, SEA, SHADE } from './palette.ts';
import { Plate } from './plate.tsx';

const LEFT = 'M200 110C160 88 100 88 44 100V306C100 294 160 296 200 318Z';
const RIGHT = 'M200 110C240 88 300 88 356 100V306C300 294 240 296 200 318Z';

export function BlankAtlas() {
  return (
    <Plate ground="#c9d2c0">
      <path
        d="M36 322C120 312 170 322 200 340 230 322 280 312 372 322L366 332H40Z"
        fill={INK}
        fill-opacity=".18"
      />
      <path d="M34 104L34 318C100 304 160 308 200 330 240 308 300 304 366 318V104Z" fill={DEEP} />
      <path d="M38 104V312C100 299 160 302 200 324 240 302 300 299 362 312V104Z" fill={SHADE} />
      <path d="M41 102V309C100 296 160 299 200 321 240 299 300 296 359 309V102Z" fill={PAPER} />
      <clipPath id="left">
        <path d={LEFT} />
      </clipPath>
      <clipPath id="right">
        <path d={RIGHT} />
      </clipPath>
      <path d={LEFT} fill={CREAM} />
      <path d={RIGHT} fill={CREAM} />
      <g clip-path="url(#left)">
        <Coast x={106} y={196} seed={1.1} />
      </g>
      <g clip-path="url(#right)">
        <Coast x={292} y={176} seed={4.2} />
        <path
          d={contour({ x: 252, y: 268, radius: 20, seed: 2, stretch: 1.4 })}
          fill="none"
          stroke={INK}
          stroke-width="1.6"
        />
      </g>
      <g fill="none" stroke={DEEP} stroke-opacity=".3">
        <path d="M44 150C100 138 160 140 200 162 240 140 300 138 356 150M44 204C100 192 160 194 200 216 240 194 300 192 356 204M44 256C100 244 160 246 200 268 240 246 300 244 356 256" />
        <path d="M96 93V298M148 92V300M252 92V300M304 93V298" />
      </g>
      <path
        d="M200 110V318C186 306 174 302 160 299V96C174 99 186 103 200 110Z"
        fill={INK}
        fill-opacity=".07"
      />
      <path
        d="M200 110V318C214 306 226 302 240 299V96C226 99 214 103 200 110Z"
        fill={INK}
        fill-opacity=".04"
      />
      <path d="M214 105L220 344 227 332 235 341 228 99Z" fill={RUST} />
    </Plate>
  );
}

function Coast({ x, y, seed }: { x: number; y: number; seed: number }) {
  return (
    <>
      {[68, 61].map((radius) => (
        <path
          d={contour({ x, y, radius, seed, stretch: 0.86 })}
          fill="none"
          stroke={SEA}
          stroke-width="2"
        />
      ))}
      <path
        d={contour({ x, y, radius: 54, seed, stretch: 0.86 })}
        fill="#fff"
        stroke={INK}
        stroke-width="1.8"
      />
    </>
  );
}
