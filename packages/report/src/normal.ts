/** 97.5 % quantile of the normal distribution: what a 95 % interval reaches on either side. */
export const Z_95 = 1.959963984540054;

/** Beyond this the series of {@link centralHalf} is slower than the fraction of {@link upperTail}. */
const FAR = 3;

/** Terms of the fraction: from `FAR` on, more change no digit. */
const TERMS = 60;

/**
 * How likely a normal score is to lie at least as far from zero, on either side.
 *
 * Near zero by the series of Marsaglia (2004), "Evaluating the normal distribution"; further out by Laplace's
 * continued fraction, which keeps its digits in the tail (Abramowitz and Stegun 26.2.14).
 */
export function twoSidedP(z: number): number {
  const size = Math.abs(z);
  return size < FAR ? 1 - 2 * centralHalf(size) : 2 * upperTail(size);
}

/** The share between 0 and `z`. */
function centralHalf(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * density(z);
}

/** The share above `z`. */
function upperTail(z: number): number {
  let below = z;
  for (let k = TERMS; k > 0; k--) below = z + k / below;
  return density(z) / below;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
