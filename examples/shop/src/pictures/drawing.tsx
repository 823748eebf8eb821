/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

interface DrawingProps {
  viewBox: string;
  children?: Child;
}

/** The root of a picture. Shown by `<img>`, whose `alt` says what it is. */
export function Drawing({ viewBox, children }: DrawingProps) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={viewBox} aria-hidden="true">
      {children}
    </svg>
  );
}
