import { deliveredKey } from '../../../../test/support/priority-key.js';
import { keyRows } from './key-rows.js';

it('tells the delivered key row by row: group 1 first, with the limit of 60 days and that of 30', async () => {
  const rows = await keyRows(deliveredKey);

  expect(rows.map(({ condition, group, text }) => `${group} ${condition} ${text}`)).toEqual([
    '1 A Har ikke et sted å sove i natt',
    '1 A Har bodd midlertidig etter § 27 i over 60 dager',
    '1 B Bor utrygt nå',
    '2 C Har barn i husstanden',
    '2 D Skrives ut fra institusjon om 30 dager eller mindre',
    '2 F Boligen skal avvikles',
    '3 E Boligen er dårlig for helsa',
  ]);
  expect(rows.flatMap(({ limits }) => limits)).toEqual([
    { column: 'A: dager etter § 27', text: '> 60' },
    { column: 'D: dager til utskriving', text: '<= 30' },
  ]);
});

it('tells nothing of a key whose groups are worked out', async () => {
  expect(await keyRows(deliveredKey.replaceAll(/<text>([123])<\/text>/g, '<text>$1 + x</text>'))).toEqual([]);
});
