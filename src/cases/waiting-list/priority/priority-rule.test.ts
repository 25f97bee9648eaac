import { deliveredKey, rulesWith } from '../../../../test/support/priority-key.js';
import { idOf } from '../../../shared/id.js';
import { circumstances, keyInputs } from './circumstances.js';
import { byKey } from './placement.js';
import { readProposedRule, ruleInForce } from './priority-rule.js';

const tenant = idOf<'Tenant'>('trondheim');

const placed = async (known: object, enteredAt = '2026-11-20T08:00:00.000Z') => {
  const rule = await ruleInForce(await rulesWith(), tenant);
  const entry = { enteredAt, need: {}, circumstances: { ...known } };
  return rule.place(keyInputs(entry, { on: '2026-12-01', fitsVacancy: null }));
};

describe('the priority key', () => {
  it.each([
    ['A without a place to sleep tonight', { utenTakINatt: true }, 1, 'Har ikke et sted å sove i natt'],
    [
      'A 61 days in a § 27 stay',
      { paragraf27Siden: '2026-10-01' },
      1,
      'Har bodd midlertidig etter § 27 i over 60 dager',
    ],
    ['B unsafe now', { utrygtNa: true }, 1, 'Bor utrygt nå'],
    ['C children', { barnIHusstanden: true }, 2, 'Har barn i husstanden'],
    [
      'D discharged in 30 days',
      { utskrivesOn: '2026-12-31' },
      2,
      'Skrives ut fra institusjon om 30 dager eller mindre',
    ],
    ['E an unsuitable home', { uegnetBolig: true }, 3, 'Boligen er dårlig for helsa'],
    ['F a home that is wound down', { boligenAvvikles: true }, 2, 'Boligen skal avvikles'],
  ])('puts %s in its group, and says why', async (condition, known, group, text) => {
    const { ruleVersion, ...placement } = await placed(known);

    expect(placement).toMatchObject({ group, reasons: [{ condition: condition[0], text }], tieBreak: 11 });
    expect(ruleVersion).toBe(1);
  });

  it.each([
    ['60 days in a § 27 stay', { paragraf27Siden: '2026-10-02' }],
    ['discharge in 31 days', { utskrivesOn: '2027-01-01' }],
    ['a no to everything', { utenTakINatt: false, utrygtNa: false, barnIHusstanden: false, uegnetBolig: false }],
    ['nothing known', {}],
  ])('puts %s in the last group, without a reason', async (_what, known) => {
    expect(await placed(known)).toMatchObject({ group: 4, reasons: [] });
  });

  it('names every row that somebody meets, and the lowest group counts', async () => {
    const placement = await placed({ barnIHusstanden: true, utrygtNa: true, uegnetBolig: true });

    expect(placement.group).toBe(1);
    expect(placement.reasons.map(({ condition }) => condition)).toEqual(['B', 'C', 'E']);
  });

  it('lets whoever has waited longest go first within a group, and no wait past a lower group', async () => {
    const newcomer = await placed({ utrygtNa: true });
    const patient = await placed({}, '2024-11-20T08:00:00.000Z');
    const lessPatient = await placed({}, '2025-11-20T08:00:00.000Z');

    expect([lessPatient, patient, newcomer].toSorted(byKey)).toEqual([newcomer, patient, lessPatient]);
  });

  it('has inputs A to H and no other: how often somebody calls is not among them', () => {
    const inputs = [...deliveredKey.matchAll(/<inputData id="[^"]+" name="([^"]+)"/g)].map(([, name]) => name);

    const entry = { enteredAt: '2026-11-20T08:00:00.000Z', need: {}, circumstances: {} };
    expect(inputs.toSorted()).toEqual(
      Object.keys(keyInputs(entry, { on: '2026-12-01', fitsVacancy: true })).toSorted(),
    );
    expect(circumstances.map(({ condition }) => condition).join('')).toBe('AABCDEF');
  });
});

describe('a proposed key', () => {
  it('is refused where it does not answer with a group and reasons', async () => {
    const reading = await readProposedRule(deliveredKey.replace('name="plassgruppe"', 'name="poeng"'));

    expect(reading).toMatchObject({ ok: false, problems: [expect.stringContaining('plassgruppe'), expect.anything()] });
  });

  it('is refused where it cannot be read', async () => {
    expect(await readProposedRule('<hei/>')).toMatchObject({ ok: false });
  });
});
