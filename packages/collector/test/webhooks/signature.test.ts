import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { signatureOf } from '../../src/webhooks/signature.ts';

it('signs the time and the body with every secret, so that Node’s own crypto agrees', async () => {
  const body = '{"id":"evt_1","name":"기타 🎸"}';
  const hex = (secret: string) =>
    createHmac('sha256', secret).update(`1790000000.${body}`).digest('hex');
  const signature = await signatureOf(body, { secrets: ['one', 'two'], now: 1_790_000_000_999 });
  expect(signature).toBe(`t=1790000000,v1=${hex('one')},v1=${hex('two')}`);
});
