/** Words of messages that say no, or ask for something: English, German, French, Spanish, Korean, Japanese. */
const BAD =
  /err|fail|declin|not|n['’]t|v[aá]lid|requi|please|fehl|bitte|gült|veuill|favor|없|주세|ません|くだ/i;

/** Whether a message sounds as if something was wrong. What it is about, the collector knows. */
export function soundsBad(message: string): boolean {
  return BAD.test(message);
}
