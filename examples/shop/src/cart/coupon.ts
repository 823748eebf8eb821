export interface Coupon {
  code: string;
  /** Off the goods, in per cent. */
  percent: number;
}

export type CouponAnswer =
  | { coupon: Coupon }
  /** What the shopper is told. */
  | { refusal: string };

export function redeem(code: string): CouponAnswer {
  switch (code) {
    case 'SPRING10':
      return { coupon: { code, percent: 10 } };
    case 'EXPIRED':
      return { refusal: 'The coupon EXPIRED ended last season.' };
    default:
      return { refusal: `We don’t know the coupon ${code}.` };
  }
}
