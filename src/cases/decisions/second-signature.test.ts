import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import { idOf } from '../../shared/id.js';
import { readCaseFiles } from '../case-files.js';
import { awaitsSecond } from './second-signature.js';

const { legalBases } = await readCaseFiles('workflows');
const decided: CaseDecision = {
  ...{ id: 'ut-1', processInstanceId: idOf<'ProcessInstance'>('sak'), kind: 'vedtak', content: {} },
  ...{ decidedBy: idOf<'Actor'>('kari'), decidedAt: '2026-12-01T09:00:00.000Z' },
};
const liv = idOf<'Actor'>('liv');

it.each<[string, Partial<CaseDecision>, boolean]>([
  ['a refusal of a municipal home', { legalBasis: 'kommunal-bolig', outcome: 'avslag' }, true],
  ['a grant of one', { legalBasis: 'kommunal-bolig', outcome: 'innvilget' }, false],
  ['a refusal that somebody has approved', { legalBasis: 'kommunal-bolig', outcome: 'avslag', approvedBy: liv }, false],
  ['a refusal under boligsosialloven', { legalBasis: 'boligsosialloven', outcome: 'avslag' }, true],
  [
    'a ban from a temporary place',
    { legalBasis: 'midlertidig-botilbud', outcome: 'delvis', content: { utestenging: 'ja' } },
    true,
  ],
  [
    'a move without a ban',
    { legalBasis: 'midlertidig-botilbud', outcome: 'delvis', content: { utestenging: 'nei' } },
    false,
  ],
  ['a refusal of services', { legalBasis: 'helse-og-omsorgstjenester', outcome: 'avslag' }, true],
  [
    'a refusal of services on the last day on which one signed them',
    { legalBasis: 'helse-og-omsorgstjenester', outcome: 'avslag', decidedAt: '2026-11-22T12:00:00.000Z' },
    false,
  ],
  ['a decision by no law that anybody named', { outcome: 'avslag' }, false],
])('%s waits for a second signature: %j, %s', (_, said, expected) => {
  expect(awaitsSecond(legalBases, { ...decided, ...said })).toBe(expected);
});
