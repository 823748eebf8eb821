import { describe, expect, it } from 'vitest';
import { curveOf } from '../src/page/curve.ts';

const BOX = { width: 400, height: 100 };
const NOTHING = { value: null, low: null, high: null };
const at = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });

describe(curveOf.name, () => {
  it('puts points into the middle of their slots, 1 on top', () => {
    const { line, band } = curveOf([at(0.5), at(0.9)], BOX);

    expect(line).toBe('M100 50L300 10');
    expect(band).toBe('M100 40L300 0L300 20L100 60Z');
  });

  it('leaves a gap where there is no value, instead of a line across it', () => {
    expect(curveOf([at(0.5), at(0.5), NOTHING, NOTHING], BOX).line).toBe('M50 50L150 50');
    expect(curveOf([at(0.5), NOTHING, NOTHING, at(0.5)], BOX).line.match(/M/g)).toHaveLength(2);
  });

  it('draws a lonely point as a short stroke, so that it can be seen', () => {
    expect(curveOf([NOTHING, at(0.5), NOTHING, NOTHING], BOX).line).toBe('M120 50L180 50');
  });

  it('is empty where there is nothing', () => {
    expect(curveOf([NOTHING], BOX)).toEqual({ line: '', band: '' });
  });
});
