import type { DeadlineRule } from '../../engine/index.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import { idOf } from '../../shared/id.js';
import { createFindAssessment } from './find-assessment.js';

const rule: DeadlineRule = {
  ...{
    id: 'L-KARTLEGGING-GJELDER',
    name: 'Så lenge gjelder en kartlegging',
    length: { period: 'P12M' },
    kind: 'local',
  },
  ...{ rounding: 'none', law: 'Lokal frist', verified: true, validFrom: '2020-01-01', ladder: [] },
};

const job = (at: string): Job => ({
  ...{ tenant: idOf('trondheim'), key: 'j', processInstanceId: idOf('c'), node: 'n', headers: {}, at },
  variables: { soker: 'siv' },
});

const found = (assessedAt: string | undefined, at: string) =>
  createFindAssessment({ career: { lastAssessedAt: async () => assessedAt }, deadlines: [rule] })(job(at));

it.each([
  ['on the day twelve months after', '2027-11-23T22:00:00.000Z', true],
  ['the day after that', '2027-11-23T23:30:00.000Z', false],
])('says of a mapping of 2026-11-23 whether it holds %s', async (_, at, kartleggingGjelder) => {
  expect(await found('2026-11-23T10:00:00.000Z', at)).toEqual({ kartlagtOn: '2026-11-23', kartleggingGjelder });
});

it('says of somebody whose needs nobody has mapped that none holds', async () => {
  expect(await found(undefined, '2026-11-23T10:00:00.000Z')).toEqual({ kartlagtOn: null, kartleggingGjelder: false });
});
