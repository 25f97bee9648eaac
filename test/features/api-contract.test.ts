import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { caseDecisionListSchema } from '../../src/contract/case-decision.contract.js';
import {
  definitionDetailSchema,
  definitionListSchema,
  processFactsSchema,
} from '../../src/contract/definition.contract.js';
import { crisisHelpSchema } from '../../src/contract/crisis.contract.js';
import { clockSchema, mailboxSchema } from '../../src/contract/demo.contract.js';
import { incidentListSchema } from '../../src/contract/incident.contract.js';
import { journeyListSchema, journeySchema } from '../../src/contract/journey.contract.js';
import { messageListSchema } from '../../src/contract/message.contract.js';
import { colleagueListSchema, meSchema } from '../../src/contract/me.contract.js';
import { invitationListSchema } from '../../src/contract/participation.contract.js';
import {
  journalSchema,
  processInstanceDetailSchema,
  processInstanceListSchema,
} from '../../src/contract/process-instance.contract.js';
import { participationReportSchema } from '../../src/contract/participation-report.contract.js';
import { projectDetailSchema } from '../../src/contract/project-detail.contract.js';
import { projectListSchema } from '../../src/contract/project.contract.js';
import { meetingBuildingsSchema } from '../../src/contract/residents.contract.js';
import { rulesSchema } from '../../src/contract/rules.contract.js';
import { userTaskDetailSchema, userTaskListSchema } from '../../src/contract/user-task.contract.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
const ids = { application: '', task: '', project: '' };
beforeAll(async () => {
  world = await createApiWorld();
  const application = await world.as('siv').post('process-instances', { process: 'boligtildeling' });
  const project = await world
    .as('per')
    .post('process-instances', { process: 'boligutvikling', variables: { prosjekt: 'Lade' } });
  await world.settle();
  const inbox = await world.as('kari').get('user-tasks?filter=unit');
  ids.application = application.body.processInstanceId;
  ids.project = project.body.processInstanceId;
  ids.task = inbox.body.items[0].id;
  await work('per', 'Samle behov og tall', { mangler: 'Små boliger' });
  await work('per', 'Inviter til medvirkning', { handling: 'inviter', motedato: '2026-12-14' });
});
afterAll(() => world.stop());

async function work(person: string, name: string, variables: object): Promise<void> {
  const { body } = await world.as(person).get('user-tasks?filter=all');
  const { id } = body.items.find((task: { name: string }) => task.name === name);
  await world.as(person).post(`user-tasks/${id}/claim`).expect(200);
  await world.as(person).post(`user-tasks/${id}/complete`, { variables }).set('if-match', '"2"').expect(200);
  await world.settle();
}

/** What an answer says and the contract does not know is lost on the way to the page. */
const pages: readonly (readonly [path: string, person: string, schema: z.ZodType])[] = [
  ['me', 'kari', meSchema],
  ['user-tasks?filter=unit', 'kari', userTaskListSchema],
  ['user-tasks/:task', 'kari', userTaskDetailSchema],
  ['process-instances', 'kari', processInstanceListSchema],
  ['process-instances/:application', 'kari', processInstanceDetailSchema],
  ['process-instances/:application/journal', 'kari', journalSchema],
  ['process-instances/:project', 'per', processInstanceDetailSchema],
  ['process-instances/:project/journal', 'per', journalSchema],
  ['projects', 'per', projectListSchema],
  ['projects/:project', 'per', projectDetailSchema],
  ['projects/:project', 'berit', projectDetailSchema],
  ['residents-meetings', 'berit', meetingBuildingsSchema],
  ['participation/report', 'berit', participationReportSchema],
  ['journeys', 'siv', journeyListSchema],
  ['journeys/:application', 'siv', journeySchema],
  ['participation/invitations', 'berit', invitationListSchema],
  ['process-instances/:application/decisions', 'siv', caseDecisionListSchema],
  ['me/colleagues', 'kari', colleagueListSchema],
  ['rules', 'siv', rulesSchema],
  ['definitions/boligtildeling/versions/1/facts', 'siv', processFactsSchema],
  ['definitions', 'ada', definitionListSchema],
  ['definitions/boligtildeling', 'ada', definitionDetailSchema],
  ['incidents', 'ada', incidentListSchema],
  ['messages', 'ada', messageListSchema],
  ['crisis-help', 'nobody', crisisHelpSchema],
  ['demo/clock', 'kari', clockSchema],
  ['demo/mailbox', 'kari', mailboxSchema],
];

describe('every answer is exactly what the contract says', () => {
  it.each(pages)('%s to %s', async (path, person, schema) => {
    const { application, task, project } = ids;
    const url = path.replace(':application', application).replace(':task', task).replace(':project', project);

    const { body } = await world.as(person).get(url).expect(200);

    expect(schema.parse(body)).toEqual(body);
  });
});

describe('the rules and processes, in words', () => {
  it('say that D04 is three weeks by § 29 and nobody’s to choose, and that L-rules are the municipality’s own', async () => {
    const { deadlines, settings } = rulesSchema.parse((await world.as('siv').get('rules').expect(200)).body);

    expect(deadlines.find(({ id }) => id === 'D04')).toMatchObject({
      ...{ length: '3 uker', kind: 'right', chosenLocally: false, isInForce: true, verified: true },
      law: 'forvaltningsloven (1967) § 29, eForvaltningsforskriften § 11',
    });
    expect(deadlines.find(({ id }) => id === 'D20')?.between).toEqual({ least: '4 uker', most: '12 uker' });
    expect(settings.attention).toContainEqual({ process: 'boligtildeling', name: 'Boligtildeling', every: '7 dager' });
    expect(settings.cadences).toContainEqual(
      expect.objectContaining({ process: 'ventelisterunde', nextAt: '2026-11-24T08:00:00.000Z' }),
    );
    expect(settings.closedDays).toContainEqual({ when: '12-24', everyYear: true, name: 'julaften' });
  });

  it('say who has a task and by when, and count the cases that the reader may see: 1 for the caseworker, 0 for an operator', async () => {
    const facts = async (person: string) => {
      const { body } = await world.as(person).get('definitions/boligtildeling/versions/1/facts').expect(200);
      return processFactsSchema.parse(body);
    };

    const { tasks, readers, running } = await facts('kari');
    expect(readers[0]).toBe('hvk');
    expect(tasks.find(({ node }) => node === 'fatt-vedtak')?.groups).toEqual(['hvk']);
    expect(running).toEqual([{ version: 1, cases: 1 }]);
    expect((await facts('ada')).running).toEqual([]);
    await world.as('kari').get('definitions/boligtildeling/versions/99/facts').expect(404);
  });
});

describe('the description of the API', () => {
  it('is served to tools at /api/openapi.json as it is committed', async () => {
    const served = await fetch(`${world.address}/api/openapi.json`);

    expect(await served.json()).toEqual(JSON.parse(await readFile('docs/openapi.json', 'utf8')));
  });

  it('is served to people at /api/docs', async () => {
    const page = await fetch(`${world.address}/api/docs`);

    expect({ status: page.status, text: await page.text() }).toEqual({
      status: 200,
      text: expect.stringContaining('swagger-ui'),
    });
  });
});
