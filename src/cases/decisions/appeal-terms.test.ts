import { readCaseFiles } from '../case-files.js';
import { appealTerms, isInTime, type AppealRules } from './appeal-terms.js';

let rules: AppealRules;
beforeAll(async () => {
  const { legalBases: bases, deadlines } = await readCaseFiles('workflows');
  rules = { bases, deadlines };
});

const decided = { legalBasis: 'kommunal-bolig', decidedAt: '2026-12-01T09:00:00.000Z' };
const midnight = '2026-12-28T23:00:00.000Z';

describe('the terms of an appeal', () => {
  it.each([
    ['kommunal-bolig', 'klagenemnda i kommunen', '2026-12-28'],
    ['boligsosialloven', 'Statsforvalteren', '2026-12-28'],
    ['midlertidig-botilbud', 'Statsforvalteren', '2026-12-28'],
    ['helse-og-omsorgstjenester', 'Statsforvalteren', '2027-01-04'],
  ])('%s: to %s, by %s when the letter came on Friday 2026-12-04', (legalBasis, body, dueOn) => {
    expect(appealTerms(rules, { ...decided, legalBasis, reachedOn: '2026-12-04' })).toMatchObject({ body, dueOn });
  });

  it('do not run before the letter has reached the person', () => {
    expect(appealTerms(rules, decided)).toEqual({ body: 'klagenemnda i kommunen', rule: 'D04' });
  });

  it('are nobody’s guess where nobody said by which law it was decided', () => {
    expect(appealTerms(rules, { decidedAt: decided.decidedAt, reachedOn: '2026-12-04' })).toBeUndefined();
    expect(appealTerms(rules, { ...decided, legalBasis: 'ukjent' })).toBeUndefined();
  });

  it('run anew from when the reasons come that were asked for on day 20', () => {
    const asked = { ...decided, reachedOn: '2026-12-04', reasonsAskedOn: '2026-12-24' };

    expect(appealTerms(rules, asked)?.dueOn).toBeUndefined();
    expect(appealTerms(rules, { ...asked, reasonsReachedOn: '2027-01-04' })).toMatchObject({
      rule: 'D06',
      dueOn: '2027-01-25',
    });
  });
});

describe('scenario 4: an appeal against a decision that came on 2026-12-04', () => {
  const inTime = (...[way, at]: readonly [Parameters<typeof isInTime>[1], string]) => {
    const terms = appealTerms(rules, { ...decided, reachedOn: '2026-12-04' });
    return terms !== undefined && isInTime(terms, way, at);
  };

  it('is in time when it arrives digitally on 2026-12-28 at 23:50, and late on the 29th at 00:01', () => {
    expect(inTime({ how: 'digitalt' }, '2026-12-28T22:50:00.000Z')).toBe(true);
    expect(inTime({ how: 'digitalt' }, '2026-12-28T23:01:00.000Z')).toBe(false);
    expect(inTime({ how: 'digitalt' }, midnight)).toBe(false);
  });

  it('is in time when it was posted on 2026-12-28, whenever it arrives', () => {
    expect(inTime({ how: 'post', postedOn: '2026-12-28' }, '2027-01-04T09:00:00.000Z')).toBe(true);
    expect(inTime({ how: 'post', postedOn: '2026-12-29' }, '2027-01-04T09:00:00.000Z')).toBe(false);
  });
});
