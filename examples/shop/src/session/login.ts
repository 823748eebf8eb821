import { createHash } from 'node:crypto';
import type { Rule } from '../forms/readForm.ts';
import type { User } from './session.ts';

export type LoginField = 'user' | 'password';

export const LOGIN_RULES: Record<LoginField, Rule> = {
  user: { required: 'Please enter a name.' },
  password: { required: 'Please enter the password. It is “demo”.' },
};

/** Any name will do; `undefined` when the password is wrong. */
export function logIn({ user, password }: Record<LoginField, string>): User | undefined {
  if (password !== 'demo') return undefined;
  // The same name is the same account, after a restart and on every device, and can't be read.
  const digest = createHash('sha256').update(user.toLowerCase()).digest('hex');
  return { id: `account-${digest.slice(0, 12)}`, name: user };
}

/** A path of this shop, and nothing else: no link may lead a shopper elsewhere after logging in. */
export function localPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?!\/)[\w/?=&.%-]*$/.test(path) ? path : '/';
}
