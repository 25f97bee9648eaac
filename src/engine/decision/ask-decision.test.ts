import { decision, dmnXml, input, literal, table } from '../../../test/support/dmn-xml.js';
import { askDecision } from './ask-decision.js';
import { readDmn } from './read-dmn.js';

const xml = dmnXml(
  input('income', 'number') +
    decision(
      'Eligibility',
      table({
        inputs: ['income'],
        outputs: ['eligible:boolean', 'reason:string'],
        rules: ['< 400000 | true | "low income"', '>= 400000 | false | "income too high"'],
      }),
      { requires: 'input:income', id: 'eligibility' },
    ) +
    decision('Due', literal('date("2026-01-31") + duration("P1D")')) +
    decision('Broken', literal('income + "x"'), { requires: 'input:income' }),
);

describe('a decision that a process asks for', () => {
  it('answers a decision by id or name, as JSON', async () => {
    const reading = await readDmn([xml]);
    const models = reading.ok ? reading.models : [];

    expect(askDecision(models, 'eligibility', { income: 350_000 })).toEqual({
      ok: true,
      value: { eligible: true, reason: 'low income' },
    });
    expect(askDecision(models, 'Due', {})).toEqual({ ok: true, value: '2026-02-01' });
  });

  it('says why there is no result: a mistake in the model, or no such decision', async () => {
    const reading = await readDmn([xml]);
    const models = reading.ok ? reading.models : [];

    expect(askDecision(models, 'Broken', { income: 1 })).toMatchObject({ ok: false });
    expect(askDecision(models, 'Nothing', {})).toEqual({
      ok: false,
      message: "Expected decision 'Nothing' to be deployed, but it is not",
    });
  });
});
