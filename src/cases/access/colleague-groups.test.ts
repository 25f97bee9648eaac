import { colleagueGroups } from './colleague-groups.js';

it('finds substitutes for staff in the units they work in, and tells applicants and elected people of nobody', () => {
  expect(colleagueGroups({ groups: ['hvk', 'hvk-leder', 'delegert-myndighet'] })).toEqual(['hvk', 'hvk-leder']);
  for (const group of ['soker', 'fullmektig', 'brukerrepresentant', 'politiker', 'borettslag', 'publikum'])
    expect(colleagueGroups({ groups: [group] })).toEqual([]);
});
