/**
 * The value of `Cartograph-Signature`: `t=<seconds>,v1=<hex>`, an HMAC-SHA256 over `<seconds>.<body>`.
 * One `v1` for each secret: while a secret is being changed, a receiver may know either.
 *
 * The time is signed too, so that a receiver can refuse what somebody recorded and sends again.
 *
 * @param now Epoch milliseconds.
 */
export async function signatureOf(
  body: string,
  { secrets, now }: { secrets: readonly string[]; now: number },
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  const signed = await Promise.all(secrets.map((secret) => hmac(secret, `${seconds}.${body}`)));
  return [`t=${seconds}`, ...signed.map((hex) => `v1=${hex}`)].join(',');
}

async function hmac(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
  return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
