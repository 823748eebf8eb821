/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { contour } from './contour.ts';
import { BRASS, CREAM, INK, MOSS, RUST } from './palette.ts';
import { Plate } from './plate.tsx';

const COVERS: Record<string, { cover: string; spine: string; ground: string }> = {
  moss: { cover: MOSS, spine: '#4d582e', ground: '#d6d6b8' },
  rust: { cover: RUST, spine: '#8c3d1c', ground: '#e8cdb6' },
  ink: { cover: '#2f4558', spine: '#1f303f', ground: '#c6d0d8' },
};

export function FieldNotebook({ variant = 'moss' }: { variant: string | undefined }) {
  const { cover, spine, ground } = COVERS[variant] ?? COVERS.moss!;
  return (
    <Plate ground={ground}>
      <g transform="rotate(-7 200 200)">
        <rect x="104" y="66" width="204" height="290" rx="10" fill={INK} fill-opacity=".2" />
        <rect x="102" y="56" width="200" height="288" rx="10" fill={CREAM} />
        <path d="M112 344h186M112 340h188" stroke="#cbbd9c" />
        <rect x="96" y="50" width="200" height="288" rx="10" fill={cover} />
        <path d="M106 50h22v288h-22a10 10 0 0 1-10-10V60a10 10 0 0 1 10-10z" fill={spine} />
        <path
          d="M128 58V330"
          stroke={CREAM}
          stroke-opacity=".7"
          stroke-dasharray="7 6"
          stroke-width="1.6"
        />
        <clipPath id="cover">
          <rect x="129" y="50" width="167" height="288" rx="10" />
        </clipPath>
        <g clip-path="url(#cover)" fill="none" stroke="#fff" stroke-opacity=".2" stroke-width="1.2">
          {[30, 50, 70, 90, 110, 130, 150].map((radius) => (
            <path d={contour({ x: 258, y: 268, radius, seed: 1.4 })} />
          ))}
        </g>
        <rect x="152" y="92" width="116" height="78" rx="3" fill={CREAM} />
        <rect x="157" y="97" width="106" height="68" rx="2" fill="none" stroke={cover} />
        <text
          x="210"
          y="122"
          text-anchor="middle"
          font-family="Georgia, serif"
          font-size="13"
          letter-spacing="2"
          fill={INK}
        >
          FIELD
        </text>
        <path d="M170 138h80M170 152h80" stroke={INK} stroke-opacity=".35" />
        <rect x="278" y="50" width="7" height="288" fill={INK} fill-opacity=".55" />
      </g>
      <Pencil />
    </Plate>
  );
}

function Pencil() {
  return (
    <g transform="translate(330 206) rotate(9)">
      <rect x="-3" y="-116" width="16" height="226" fill={INK} fill-opacity=".18" />
      <rect x="-8" y="-120" width="16" height="200" fill={BRASS} />
      <rect x="-8" y="-120" width="5" height="200" fill="#fff" fill-opacity=".3" />
      <rect x="3" y="-120" width="5" height="200" fill={INK} fill-opacity=".15" />
      <rect x="-8" y="-132" width="16" height="14" fill="#b9b2a4" />
      <rect x="-8" y="-146" width="16" height="15" rx="4" fill="#c97a6b" />
      <path d="M-8 80H8L0 112Z" fill="#ecd4ae" />
      <path d="M-2.8 101H2.8L0 112Z" fill={INK} />
    </g>
  );
}
