import { describe, expect, it } from 'vitest';
import { type MappingArgs, parseMapping } from '../../src/import/parseMapping.ts';
import { PRESETS } from '../../src/import/presets.ts';

const NEEDED = ['at=time', 'type=event', 'visitor=user_id'];

describe(parseMapping.name, () => {
  it('maps fields to columns', () => {
    expect(parseMapping({ pairs: [...NEEDED, 'params.plan=Plan (new)', 'value=a=b'] })).toEqual({
      fields: {
        at: { column: 'time' },
        type: { column: 'event' },
        visitor: { column: 'user_id' },
        'params.plan': { column: 'Plan (new)' },
        value: { column: 'a=b' },
      },
      types: {},
      zone: 'UTC',
    });
  });

  it('takes a double = for a value of every row', () => {
    const { fields } = parseMapping({ pairs: [...NEEDED, 'currency==EUR', 'params.note===x='] });
    expect(fields.currency).toEqual({ constant: 'EUR' });
    expect(fields['params.note']).toEqual({ constant: '=x=' });
  });

  it.each([
    ['view=view_item', 'view', { type: 'view_item' }],
    ['contact=checkout_step:contact', 'contact', contact()],
    ['declined=alert:PAYMENT_ERROR', 'declined', alert()],
    ['refused=coupon:denied', 'refused', { type: 'coupon', params: { status: 'denied' } }],
    ['heartbeat=-', 'heartbeat', 'leaveOut'],
    ['a=b=purchase', 'a=b', { type: 'purchase' }],
    ['Add To Cart=add_to_cart', 'Add To Cart', { type: 'add_to_cart' }],
    ['chat=talked_to_us', 'chat', { type: 'talked_to_us' }],
  ])('maps the type %s, also as a pair', (type, value, expected) => {
    expect(parseMapping({ pairs: NEEDED, types: [type] }).types).toEqual({ [value]: expected });
    expect(parseMapping({ pairs: [...NEEDED, `type.${type}`] }).types).toEqual({
      [value]: expected,
    });
  });

  it('lets pairs add to a preset and override it', () => {
    const { fields, types } = parseMapping({
      preset: 'rees46',
      pairs: ['currency==USD', 'value=total'],
      types: ['view=-'],
    });
    expect(fields.currency).toEqual({ constant: 'USD' });
    expect(fields.value).toEqual({ column: 'total' });
    expect(fields.price).toEqual({ column: 'price' });
    expect(types.view).toBe('leaveOut');
    expect(types.cart).toEqual({ type: 'add_to_cart' });
  });

  it.each(Object.keys(PRESETS))('has all that is needed in the preset %s', (preset) => {
    expect(() => parseMapping({ preset })).not.toThrow();
  });

  it('means the same in whatever order it is said', () => {
    const json = (pairs: string[]) => JSON.stringify(parseMapping({ pairs }));
    const types = ['type.b=purchase', 'type.a=view_item'];
    expect(json([...NEEDED, ...types])).toBe(json([...types, ...NEEDED].reverse()));
  });

  it.each([['session=sid'], ['user=customer']])('takes %s for whose a row is', (pair) => {
    expect(() => parseMapping({ pairs: ['at=time', 'type=event', pair] })).not.toThrow();
  });

  it.each<[MappingArgs, RegExp]>([
    [{ preset: 'rees' }, /preset \(rees46, .*cartograph.*, ga4-bigquery.*\), got "rees"/],
    [{ preset: 'toString' }, /got "toString"/],
    [{ preset: 'matomo', pairs: ['at=time'] }, /beside the preset matomo.*, got "at=time"/],
    [{ preset: 'matomo', types: ['a=b'] }, /beside the preset matomo.*, got "a=b"/],
    [{ preset: 'shopify-orders', zone: 'Berlin' }, /time zone such as Europe\/Berlin/],
    [{ pairs: ['when=time'] }, /field of at, type, id, .* or params\.<name>, got "when=time"/],
    [{ pairs: ['at'] }, /got "at"/],
    [{ pairs: ['at='] }, /Expected a column, as in `at=<column>`/],
    [{ pairs: ['currency=='] }, /`currency==<value>`, got "currency=="/],
    [{ pairs: ['params.=x'] }, /got "params\.=x"/],
    [{ types: ['view'] }, /Expected `type\.<value>=<type>`, got "type\.view"/],
    [{ types: ['view=view item'] }, /got "view item" in "type\.view=view item"/],
    [{ types: ['x=login:google'] }, /one of checkout_step, alert, coupon .* got "login:google"/],
    [{ pairs: NEEDED, zone: 'Berlin' }, /time zone such as Europe\/Berlin, got "Berlin"/],
    [{}, /a column for at and type and visitor, .* preset \(rees46/],
    [{ pairs: ['at=time', 'type=event'] }, /a column for visitor, as in `visitor=<column>`/],
  ])('refuses %j and says what it takes', (args, message) => {
    expect(() => parseMapping(args)).toThrow(TypeError);
    expect(() => parseMapping(args)).toThrow(message);
  });
});

function contact() {
  return { type: 'checkout_step', params: { step: 'contact' } };
}

function alert() {
  return { type: 'alert', params: { alert_type: 'PAYMENT_ERROR' } };
}
