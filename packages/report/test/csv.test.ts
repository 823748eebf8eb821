import { describe, expect, it } from 'vitest';
import { abandonment } from '../src/abandonment.ts';
import { abandonmentCsv } from '../src/abandonmentCsv.ts';
import { abandonmentTable } from '../src/abandonmentTable.ts';
import { toCsv } from '../src/csv.ts';
import { abandoned, ordered, QUESTION } from './facts.ts';

const REPORT = abandonment(
  [
    abandoned({ amount: 1234_50, steps: ['cart', '=cmd()|,"x"'] }),
    abandoned({ amount: 7_00, currency: 'CHF' }),
    ordered({ amount: 20_00 }),
  ],
  QUESTION,
);

describe(toCsv.name, () => {
  it.each([
    ['text', 'plain', 'plain'],
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'say "hi"', '"say ""hi"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula with quotes', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a plus', '+49 30 1234', "'+49 30 1234"],
    ['a minus in front of text', '-cmd', "'-cmd"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab in front', '\t=1', "'\t=1"],
    ['a full-width formula', '＝1', "'＝1"],
    ['a number', 12.5, '12.5'],
    ['a negative number', -12.5, '-12.5'],
    ['a negative decimal string', '-12.50', '-12.50'],
    ['a small number', -1e-7, '-1e-7'],
    ['nothing', null, ''],
  ])('writes %s', (_, cell, expected) => {
    expect(toCsv([{ x: cell }])).toBe(`x\r\n${expected}\r\n`);
  });

  it('gives every line all columns, in the order they are first met', () => {
    expect(toCsv([{ a: 1 }, { b: true, a: 2 }])).toBe('a,b\r\n1,\r\n2,true\r\n');
  });

  it('spreads records inside records over columns, and writes lists as JSON', () => {
    expect(toCsv([{ rate: { low: 0.1, high: null }, lines: [{ item: 'G1' }] }])).toBe(
      'rate.low,rate.high,lines\r\n0.1,,"[{""item"":""G1""}]"\r\n',
    );
  });

  it('has nothing to say about nothing', () => {
    expect(toCsv([])).toBe('');
  });
});

describe(abandonmentCsv.name, () => {
  const lines = abandonmentCsv(REPORT).trimEnd().split('\r\n');
  const about =
    '2026-10-23T22:00:00.000Z,2026-11-22T23:00:00.000Z,2026-11-22T11:00:00.000Z,Europe/Berlin';

  it('says period, moment, time zone, unit and figure on every line', () => {
    expect(lines[0]).toBe('from,to,asOf,timeZone,step,figure,unit,value,low,high,n');
    for (const line of lines.slice(1)) expect(line.startsWith(about)).toBe(true);
  });

  it.each([
    ['counts', ',created,carts,3,,,'],
    ['money', ',atRisk,EUR,1234.50,,,'],
    ['money in other currencies', ',atRisk,CHF,7.00,,,'],
    ['a step', 'cart,stoppedHere,carts,1,,,'],
    ['what was left at a step in another currency', 'cart,valueLeft,CHF,7.00,,,'],
  ])('has %s', (_, line) => {
    expect(lines).toContain(`${about},${line}`);
  });

  it('has rates with interval and count', () => {
    const { value, low, high, n } = REPORT.rate;
    expect(lines).toContain(`${about},,rate,share of carts,${value},${low},${high},${n}`);
  });

  it('disarms the names of steps', () => {
    expect(abandonmentCsv(REPORT)).toContain(`"'=cmd()|,""x""",reached`);
  });
});

describe(abandonmentTable.name, () => {
  it('says in words and figures what the report holds', () => {
    const [about, figures, steps] = abandonmentTable(REPORT, 'en');

    expect(about?.rows[0]?.[1]).toMatch(/^Oct 24\s–\sNov 22, 2026, Europe\/Berlin time$/);
    expect(figures?.rows).toContainEqual(['Abandonment rate', '66.7%', '20.8–93.9%']);
    expect(figures?.rows).toContainEqual(['At risk', '2', '€1,234.50 +\u00a0CHF\u00a07.00']);
    expect(steps?.rows[0]?.slice(0, 2)).toEqual(['In the cart', '3']);
    for (const row of steps?.rows ?? []) expect(row).toHaveLength(steps!.head.length);
  });

  it('speaks Korean', () => {
    expect(abandonmentTable(REPORT, 'ko')[0]?.title).toBe('장바구니 이탈');
  });

  it('lets no name give orders to the terminal', () => {
    const report = abandonment([abandoned({ steps: ['cart', '\u001b[2Jboom'] })], QUESTION);
    const text = JSON.stringify(abandonmentTable(report, 'en'));

    expect(text).toContain('[2Jboom');
    expect(text).not.toContain('\\u001b');
  });
});
