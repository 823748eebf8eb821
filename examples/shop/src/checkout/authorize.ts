export type PaymentAnswer =
  | { approved: true; method: string }
  /** What the shopper is told. */
  | { approved: false; message: string };

/** Our pretend bank: it declines every card that ends in 0002 and trusts all others. */
export function authorize(cardNumber: string): PaymentAnswer {
  const lastDigits = cardNumber.replace(/\D/g, '').slice(-4);
  return lastDigits === '0002'
    ? {
        approved: false,
        message: 'Your bank declined this card. Nothing was charged: try another one.',
      }
    : { approved: true, method: `Card ending in ${lastDigits}` };
}
