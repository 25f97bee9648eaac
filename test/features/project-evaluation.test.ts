import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { idOf } from '../../src/shared/id.js';
import { script } from '../story/script.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { playStory } from '../support/play-story.js';

const trondheim = idOf<'Tenant'>('trondheim');

let world: ApiWorld;
let project = '';
let evaluation = '';
// Nye småhus øst is taken over on Monday 2027-09-06, and is over on 2027-09-30.
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-08-31T08:00:00.000Z' });
  await enterDemoHomes(world.ports.homes.desk, trondheim);
  const { cases, refused } = await playStory(
    world,
    script.filter((action) => action.in === 'prosjekt'),
  );
  if (refused.length > 0) throw new Error(`Expected the project to be built, but ${refused.join('; ')}`);
  project = cases.get('prosjekt') ?? '';
}, 240_000);
afterAll(() => world.stop());

const until = async (to: string): Promise<void> => {
  await world.ports.demo?.travel.advance(trondheim, { to });
  await world.settle();
};
const per = () => createCaseworker(world, 'per');
const tasksOf = (person: string) => createCaseworker(world, person).openTasks(evaluation);
const taskOf = async (person: string, name: string) => {
  const { body } = await world.as(person).get('user-tasks?filter=all').expect(200);
  const { id } = body.items.find((one: { name: string }) => one.name === name);
  return (await world.as(person).get(`user-tasks/${id}`).expect(200)).body;
};
const evaluated = async (person: string) =>
  (await world.as(person).get(`projects/${project}`).expect(200)).body.evaluation;
const write = (months: number) => `Skriv evalueringen etter ${months} måneder`;

it('begins with the end of the project, once, and waits without asking anybody for anything', async () => {
  const { body } = await world.as('per').get('process-instances?process=prosjektevaluering').expect(200);

  expect(body.items).toMatchObject([{ title: 'Evaluering av Nye småhus øst', state: 'active', businessKey: project }]);
  evaluation = body.items[0].id;
  await until('2028-03-05T12:00:00.000Z');
  await expect(per().caseWith('Inviter til medvirkning')).rejects.toThrow('there is none');
});

it('stands on the page of the project with the day on which each of the two begins', async () => {
  expect(await evaluated('berit')).toEqual({
    caseId: evaluation,
    rounds: [
      { months: 6, state: 'ahead', beginsOn: '2028-03-06', finding: null },
      { months: 12, state: 'ahead', beginsOn: '2028-09-06', finding: null },
    ],
    defects: [],
  });
  expect((await world.as('per').get('project-findings').expect(200)).body).toEqual({ items: [] });
});

it('is held six months after the hand-over of 6 September 2027, on 6 March 2028, with residents and user representatives', async () => {
  await until('2028-03-06T07:30:00.000Z');

  const point = await per().caseWith('Inviter til medvirkning');
  await per().does(point, 'Inviter til medvirkning', { handling: 'inviter', motedato: '2028-03-20' });
  const { body } = await world.as('berit').get('participation/invitations').expect(200);
  expect(body.items[0]).toMatchObject({ code: 'MP-B11', name: 'Evaluering etter et halvt år', state: 'open' });
  await createCaseworker(world, 'berit').does(point, 'Svar på invitasjonen', { svar: 'deltar' });
  await until('2028-03-20T12:00:00.000Z');
  await per().does(point, 'Hold medvirkningen', { gjennomfortOn: '2028-03-20', antallDeltakere: 6 });
  await per().does(point, 'Registrer innspill og innflytelse', {
    ...{ innspill: 'Det trekker fra vinduene.', innflytelse: 'fulgt' },
    innflytelseBegrunnelse: 'Meldt til entreprenøren.',
  });
});

it('shows the project manager what people asked for in the project, in their own words, beside what they say now', async () => {
  const { values, deadline } = await taskOf('per', write(6));

  expect(deadline).toMatchObject({ rule: 'L-EVALUERING', dueOn: '2028-04-12' });
  expect(values.onsker).toHaveLength(6);
  expect(values.onsker).toContain(
    'MP-B3 Befaring av tomter: «Lade er best. Der er det butikk.» Svaret var: delvis fulgt.',
  );
  expect(values.beboernesOrd).toBe('Det trekker fra vinduene.');
});

const found = {
  ...{
    virker: ['Egen inngang'],
    virkerIkke: ['Det er kaldt om vinteren'],
    laerdom: ['Prøv vinduene før overtakelsen'],
  },
  ...{ onskeSvar: 'Lade ble valgt, og butikken brukes hver dag.', harMangler: 'ja' },
};
const defects = ['Vinduene trekker', 'Døra går ikke i lås'];

it('asks for the defects and the end of the guarantee where there are defects', async () => {
  const { status, body } = await per().tries(evaluation, write(6), found);

  expect(status).toBe(400);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['mangler', 'garantiTilOn']);
});

it('gives Trondheim eiendom a task for each defect, due a month before the guarantee ends, and those who took part a report', async () => {
  await per().does(evaluation, write(6), { ...found, mangler: defects, garantiTilOn: '2030-09-06' });

  expect((await tasksOf('tor')).toSorted()).toEqual([
    'Følg opp mangelen: Døra går ikke i lås',
    'Følg opp mangelen: Vinduene trekker',
  ]);
  const { deadline } = await taskOf('tor', 'Følg opp mangelen: Vinduene trekker');
  expect(deadline).toMatchObject({ rule: 'L-MANGEL', dueOn: '2030-08-06' });
  const { body } = await world.as('berit').get(`process-instances/${evaluation}`).expect(200);
  expect(body.letters.map(({ title, to }: { title: string; to: string }) => `${title} → ${to}`)).toEqual([
    'Slik gikk det i Nye småhus øst → Berit Lien',
  ]);
  expect(body.letters[0].text).toMatch(
    /siden huset ble ferdig[^]*Det trekker fra vinduene\.[^]*- Vinduene trekker\n- Døra går ikke i lås[^]*6\. september 2030/,
  );
});

it('shows what was found on the page of the project, its checkpoint beside those of the project, and in the list for the next project', async () => {
  const { body } = await world.as('berit').get(`projects/${project}`).expect(200);

  expect(body.participation.map(({ code }: { code: string }) => code)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 11].map((number) => `MP-B${number}`),
  );
  expect(body.participation.at(-1)).toMatchObject({ outcome: 'gjennomfort', said: 'Det trekker fra vinduene.' });
  const [half, whole] = body.evaluation.rounds;
  expect(half).toMatchObject({
    state: 'written',
    finding: { months: 6, works: ['Egen inngang'], lessons: found.laerdom },
  });
  expect(whole).toMatchObject({ state: 'ahead', finding: null });
  expect(body.evaluation.defects).toMatchObject([
    { text: 'Vinduene trekker', outcome: null, deadline: { dueOn: '2030-08-06' } },
    { text: 'Døra går ikke i lås', outcome: null },
  ]);
  const list = await world.as('knut').get('project-findings').expect(200);
  expect(list.body.items).toMatchObject([
    { project: 'Nye småhus øst', projectId: project, months: 6, worksNot: found.virkerIkke, wishes: found.onskeSvar },
  ]);
});

it('is in the report on who was heard in 2028, with the way to the project', async () => {
  const { body } = await world.as('berit').get('participation/report?year=2028').expect(200);

  expect(body.checkpoints).toMatchObject([
    { code: 'MP-B11', name: 'Evaluering etter et halvt år', owner: 'Nye småhus øst', projectId: project },
  ]);
});

it('is held again after twelve months, on 6 September 2028, while a defect is still open, and ends with the last defect', async () => {
  await createCaseworker(world, 'tor').does(evaluation, 'Følg opp mangelen: Vinduene trekker', {
    ...{ mangelResultat: 'rettet', mangelSvar: 'Nye lister.' },
  });
  await until('2028-09-06T06:30:00.000Z');
  const point = await per().caseWith('Inviter til medvirkning');
  const unntakBegrunnelse = 'Alle ble hørt på beboermøtet i går.';
  await per().does(point, 'Inviter til medvirkning', {
    ...{ handling: 'be-om-unntak', motedato: '2028-09-20', unntakBegrunnelse },
  });
  const decided = { unntakGodkjent: true, unntakVurdering: 'Godtatt.' };
  await createCaseworker(world, 'knut').does(point, 'Ta stilling til unntak', decided);
  expect((await taskOf('per', write(12))).values).toMatchObject({ beboernesOrd: 'Ingen ble hørt denne gangen.' });
  await per().does(evaluation, write(12), {
    ...{ virker: ['Vinduene er tette'], laerdom: ['Ingenting nytt'], onskeSvar: 'Som sist.', harMangler: 'nei' },
  });

  const stateOf = async () => (await world.as('per').get(`process-instances/${evaluation}`).expect(200)).body.state;
  expect([await stateOf(), await tasksOf('tor')]).toEqual(['active', ['Følg opp mangelen: Døra går ikke i lås']]);
  await createCaseworker(world, 'tor').does(evaluation, 'Følg opp mangelen: Døra går ikke i lås', {
    ...{ mangelResultat: 'prisavslag', mangelSvar: 'De ga prisavslag.' },
  });
  expect(await stateOf()).toBe('completed');
  expect((await evaluated('per')).defects).toEqual([
    { text: 'Vinduene trekker', outcome: 'rettet', answer: 'Nye lister.', deadline: null },
    { text: 'Døra går ikke i lås', outcome: 'prisavslag', answer: 'De ga prisavslag.', deadline: null },
  ]);
  const { body } = await world.as('per').get('project-findings').expect(200);
  expect(body.items.map(({ months }: { months: number }) => months)).toEqual([12, 6]);
});

it('is read by those who read the project, and by nobody who works with applicants only', async () => {
  await world.as('knut').get(`process-instances/${evaluation}`).expect(200);
  await world.as('kari').get(`process-instances/${evaluation}`).expect(404);
  expect((await world.as('siv').get('project-findings').expect(200)).body).toEqual({ items: [] });
});
