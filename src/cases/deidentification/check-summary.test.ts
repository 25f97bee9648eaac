import { idOf } from '../../shared/id.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import { createCheckSummary } from './check-summary.js';
import { readIdentityWords } from './read-identity-words.js';

const words = await readIdentityWords('workflows/avidentifisering.json');
const sources = {
  persons: { person: async () => undefined },
  people: { person: async () => ({ id: idOf<'Actor'>('siv'), name: 'Siv Quist', groups: [] }) },
  households: { familyOf: async () => [] },
  buildings: { buildings: async () => [] },
};
const check = createCheckSummary(sources, words);
const jobWith = (variables: Job['variables']): Job => ({
  ...{ tenant: idOf<'Tenant'>('t'), key: 'k', processInstanceId: idOf<'ProcessInstance'>('sak'), node: 'kontroller' },
  ...{ headers: {}, variables, at: '2026-11-24T08:00:00.000Z' },
});

it('lets a text without a name leave the case', async () => {
  expect(await check(jobWith({ soker: 'siv', situasjon: 'Har sovet ute.', aldersgruppe: '25-40' }))).toEqual({
    avidentifisert: true,
    funnISammendraget: null,
  });
});

it('stops a name that came into the case by another way than the form, and says where without the word', async () => {
  expect(await check(jobWith({ soker: 'siv', situasjon: 'Har sovet ute med quist.' }))).toEqual({
    avidentifisert: false,
    funnISammendraget: 'situasjon: Tegn 19–23 ser ut som et navn.',
  });
});
