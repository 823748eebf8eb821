import { describe, expect, it } from 'vitest';
import { customType } from '../../src/import/customType.ts';

describe(customType.name, () => {
  it.each([
    ['view_item', 'view_item'],
    ['support chat', 'support_chat'],
    ['Chat öffnen!', 'Chat_offnen'],
    ['a--b__c', 'a_b_c'],
    ['404', 'event_404'],
    ['_private_', 'private'],
  ])('makes %j %j', (name, expected) => {
    expect(customType(name)).toBe(expected);
  });

  it.each([['결제'], ['---'], ['']])('can make nothing of %j', (name) => {
    expect(customType(name)).toBeUndefined();
  });
});
