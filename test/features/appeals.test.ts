import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';

let world: ApiWorld;
let kari: Caseworker;
beforeEach(async () => {
  world = await createApiWorld();
  kari = createCaseworker(world, 'kari');
});
afterEach(() => world.stop());

const mapping = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };
const reasons = {
  begrunnelseRegler: 'Retningslinjene punkt 3 sier at den som har en egnet bolig, ikke får kommunal bolig.',
  begrunnelseFakta: 'Du leier to rom. Det vet vi fra leieavtalen.',
  begrunnelseHensyn: 'Andre står uten bolig. Det veide mest.',
};
const check = 'Sjekk om klagen er fullstendig';
const late = 'Vurder om klagen kan behandles likevel';
const approval = 'Godkjenn avslaget, eller send det tilbake';
const mapped = 'Kartlegg behov med søker';

/** Siv has a decision that reached her on Monday 2026-11-23; the deadline for an appeal is Monday 2026-12-14. */
async function decided(given: object = {}): Promise<{ readonly id: string; readonly decision: string }> {
  const id = await kari.applicationOf('siv');
  const text = { hjemmel: 'kommunal-bolig', resultat: 'avslag', vedtakBegrunnelse: 'Du har bolig.', ...given };
  await kari.does(id, mapped, { ...mapping, rettsgrunnlag: text.hjemmel });
  await kari.does(id, 'Fatt vedtak om kommunal bolig', text);
  if (text.resultat === 'avslag') await createCaseworker(world, 'liv').does(id, approval, { godkjent: true });
  await kari.does(id, 'Registrer når vedtaket kom fram', { vedtakMottattOn: '2026-11-23', mottakBevis: 'digitalt' });
  const { body } = await world.as('siv').get(`process-instances/${id}/decisions`).expect(200);
  return { id, decision: body.items[0].id };
}

const appeal = (person: string, decision: string, body: object = {}) =>
  world.as(person).post(`decisions/${decision}/appeals`, { text: 'Jeg er uenig.', ...body });

const advance = async (...steps: readonly ('day' | 'week')[]): Promise<void> => {
  for (const by of steps) await world.as('kari').post('demo/clock/advance', { by }).expect(200);
  await world.settle();
};

const read = async (person: string, decision: string) =>
  (await world.as(person).get(`decisions/${decision}`).expect(200)).body;

const appealOf = async (decision: string) =>
  (await world.as('siv').get(`decisions/${decision}`).expect(200)).body.appeal;

it.each([
  ['kommunal-bolig', 'klagenemnda i kommunen'],
  ['boligsosialloven', 'Statsforvalteren'],
])('scenario 27: an appeal against a decision by %s goes to %s', async (hjemmel, body) => {
  const { decision } = await decided({ hjemmel });

  await appeal('siv', decision).expect(201);
  await world.settle();

  const klage = await kari.caseWith('Vurder vedtaket på nytt');
  const { body: found } = await world.as('siv').get(`process-instances/${klage}`).expect(200);
  expect(found.title).toBe('Klage på vedtak – Siv Dahl');
  expect(found.letters[0].text).toContain(`sender vi klagen til ${body}.`);
});

it('scenario 4: a posted appeal counts from the day it was sent, and staff write down which', async () => {
  const { decision } = await decided();
  await advance('week', 'week', 'week', 'day', 'day');

  await appeal('siv', decision, { how: 'post', postedOn: '2026-12-14' }).expect(403);
  await appeal('kari', decision, { how: 'post' }).expect(400);
  await appeal('kari', decision, { how: 'post', postedOn: '2026-12-14' }).expect(201);
  await world.settle();
  await kari.does(await kari.caseWith(check), check, { erFullstendig: true });

  expect(await kari.openTasks(await kari.caseWith('Vurder vedtaket på nytt'))).not.toContain(late);
});

it('asks for what an appeal on paper lacks, in a letter, and goes on when it is mended; what came on the page lacks nothing (§ 32)', async () => {
  const { decision } = await decided();
  await appeal('kari', decision, { how: 'post', postedOn: '2026-11-23' }).expect(201);
  await world.settle();
  const klage = await kari.caseWith(check);

  await kari.does(klage, check, { erFullstendig: false, klageMangler: 'Underskriften din.' });
  const { body } = await world.as('kari').get(`process-instances/${klage}`).expect(200);
  const letter = body.letters.find(({ title }: { title: string }) => title === 'Vi trenger litt mer fra deg');
  expect(letter.text).toContain('Underskriften din.');
  const { body: tasks } = await world.as('kari').get('user-tasks?filter=unit').expect(200);
  const waits = tasks.items.find(({ case: of }: { case: { id: string } }) => of.id === klage);
  expect(waits).toMatchObject({
    name: 'Ta imot det som manglet',
    deadline: { rule: 'L-KLAGE-MANGLER', dueOn: '2026-12-07' },
  });
  await kari.does(klage, 'Ta imot det som manglet', { rettingResultat: 'rettet', rettingTekst: 'Hun skrev under.' });

  expect(await kari.openTasks(klage)).toEqual(['Vurder vedtaket på nytt']);
});

it('scenario 28: who asks for reasons on day 20 has three weeks from when they come', async () => {
  const { id, decision } = await decided();
  expect(await appealOf(decision)).toMatchObject({ rule: 'D04', dueOn: '2026-12-14' });
  await advance('week', 'week', 'day', 'day', 'day', 'day', 'day', 'day');

  await world.as('siv').post(`decisions/${decision}/reasons-requests`, {}).expect(200);
  await world.settle();
  expect(await appealOf(decision)).toMatchObject({ rule: 'D06', dueOn: null });
  await advance('day', 'day');
  await kari.does(id, 'Skriv begrunnelsen', reasons);
  await kari.does(id, 'Registrer når begrunnelsen kom fram', {
    begrunnelseMottattOn: '2026-12-15',
    begrunnelseBevis: 'muntlig',
  });

  expect(await appealOf(decision)).toMatchObject({ rule: 'D06', dueOn: '2027-01-05' });
  await advance('week', 'week');
  await appeal('siv', decision).expect(201);
  await world.settle();
  expect(await kari.caseWith('Vurder vedtaket på nytt')).toBeDefined();
});

it('scenario 28: the reasons are a letter with rules, facts and weight; three weeks run from when Siv opens it, and D04B tells her of it again after 1 week', async () => {
  const { id, decision } = await decided();
  await world.as('siv').post(`decisions/${decision}/reasons-requests`, {}).expect(200);
  await world.settle();
  const missing = await kari.tries(id, 'Skriv begrunnelsen', { ...reasons, begrunnelseHensyn: '' });
  expect(missing.body.errors).toMatchObject([{ path: 'begrunnelseHensyn' }]);
  await kari.does(id, 'Skriv begrunnelsen', reasons);

  const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
  const letter = body.letters.find(({ title }: { title: string }) => title === 'Her er begrunnelsen du ba om');
  for (const said of Object.values(reasons)) expect(letter.text).toContain(said);
  expect(letter.text.match(/^## .*$/gm)).toEqual([
    ...['## Reglene vi bygger på', '## Det vi la til grunn', '## Det vi la mest vekt på'],
    '## Du har fått en ny frist for å klage',
  ]);
  await advance('week');
  const toldAgain = world.sentMail.filter(({ subject }) => subject.endsWith('som ikke er åpnet'));
  expect(toldAgain).toHaveLength(1);
  expect(await appealOf(decision)).toMatchObject({ rule: 'D06', dueOn: null });
  const { body: paper } = await world.as('siv').get(`letters/${letter.id}/pdf`).responseType('blob').expect(200);
  expect(paper.toString('latin1')).toMatch(/\/MarkInfo|\/StructTreeRoot/);
  await world.settle();

  expect(await appealOf(decision)).toMatchObject({ rule: 'D06', dueOn: '2026-12-21' });
  expect(await kari.openTasks(id)).not.toContain('Registrer når begrunnelsen kom fram');
  const { body: told } = await world.as('kari').get(`process-instances/${id}/journal`).expect(200);
  expect(told.items.map(({ text }: { text: string }) => text)).toContain(
    'Siv Dahl lastet ned brevet med begrunnelsen. Klagefristen løper på nytt fra denne dagen.',
  );
});

it('scenario 29: an appeal two days late is considered by a person (§ 31), never refused by itself', async () => {
  const { decision } = await decided();
  await advance('week', 'week', 'week', 'day', 'day');

  expect(await appealOf(decision)).toMatchObject({ dueOn: '2026-12-14', inTime: false });
  await appeal('siv', decision, { text: 'Jeg var innlagt.' }).expect(201);
  await world.settle();

  const klage = await kari.caseWith(late);
  await advance('week', 'week');
  expect(await kari.openTasks(klage)).toEqual([late]);
  // Kari wrote the refusal and Liv approved it: a third looks at it.
  const third = createCaseworker(world, 'nina+hvk');
  expect((await createCaseworker(world, 'liv').tries(klage, late, {})).body.code).toBe('inhabil');
  await third.does(klage, late, { tasTilBehandling: true, fristVurdering: 'Du var innlagt.' });
  expect(await kari.openTasks(klage)).toEqual(['Vurder vedtaket på nytt']);
});

it('scenario 30: a quashed decision sends the application back to mapping, and off the list until somebody else than before decides it anew: two weeks later she stands where she stood, by the first date', async () => {
  const { id, decision } = await decided({ resultat: 'delvis' });
  const order = { boliggruppe: 'psykisk-helse', nattevakt: false, egenInngang: true };
  await kari.does(id, 'Send bestilling til boligsosialt team', order);

  await appeal('siv', decision).expect(201);
  await world.settle();
  const klage = await kari.caseWith('Vurder vedtaket på nytt');
  const upheld = { nyVurdering: 'opprettholdt', klageBegrunnelse: 'Som før.' };
  const own = await kari.tries(klage, 'Vurder vedtaket på nytt', upheld);
  expect([own.status, own.body.code, own.body.errors[0].code]).toEqual([422, 'inhabil', 'tidligere-vedtak']);
  const liv = createCaseworker(world, 'liv');
  await liv.does(klage, 'Vurder vedtaket på nytt', upheld);
  await kari.does(klage, 'Send klagen til klageinstansen', { oversendtOn: '2026-11-23', dokumentliste: 'Vedtaket' });
  const quashed = { klageresultat: 'opphevet', avgjorelseBegrunnelse: 'Ikke utredet.', avgjortOn: '2026-11-23' };
  await kari.does(klage, 'Registrer hva klageinstansen kom til', {
    ...{ ...quashed, klageinstansEndretFordi: 'mangelfull-utredning' },
  });

  const again = await kari.caseWith(mapped);
  expect(again).not.toBe(id);
  const { body } = await world.as('siv').get(`process-instances/${again}`).expect(200);
  expect(body.title).toBe('Søknad om kommunal bolig – Siv Dahl');
  expect((await world.as('siv').get(`decisions/${decision}`).expect(200)).body.quashedAt).not.toBeNull();
  expect(await kari.openTasks(id)).toEqual([]);
  expect((await world.as('siv').get(`process-instances/${id}`).expect(200)).body.state).toBe('active');

  await advance('week', 'week');
  await kari.does(again, mapped, { ...mapping, rettsgrunnlag: 'kommunal-bolig' });
  const anew = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Nå er saken utredet.' };
  const same = await kari.tries(again, 'Fatt vedtak om kommunal bolig', anew);
  expect([same.status, same.body.errors[0].code]).toEqual([422, 'tidligere-vedtak']);
  await liv.does(again, 'Fatt vedtak om kommunal bolig', anew);
  await kari.does(again, 'Send bestilling til boligsosialt team', order);
  const { body: place } = await world.as('siv').get(`process-instances/${again}/waiting-place`).expect(200);
  expect(place).toMatchObject({ waitingSince: '2026-11-23', waitedDays: 14 });
});

it('what she answers to the copy goes on to the appeal body word by word, and she reads that it did; one more letter comes before a month is gone', async () => {
  const { decision } = await decided();
  await appeal('siv', decision).expect(201);
  await world.settle();
  const klage = await kari.caseWith('Vurder vedtaket på nytt');
  const nina = createCaseworker(world, 'nina+hvk');
  await nina.does(klage, 'Vurder vedtaket på nytt', { nyVurdering: 'opprettholdt', klageBegrunnelse: 'Som før.' });
  await kari.does(klage, 'Send klagen til klageinstansen', { oversendtOn: '2026-11-23', dokumentliste: 'Vedtaket' });

  const silent = await kari.tries(klage, 'Send videre det klageren svarer', { klagerSvarte: 'ja' });
  await kari.does(klage, 'Send videre det klageren svarer', {
    ...{ klagerSvarte: 'ja', kommentarer: 'Dere har glemt barnet.', kommentarSendtOn: '2026-11-23' },
  });
  await advance('week', 'week', 'week', 'week');

  expect(silent.body.errors.map(({ path }: { path: string }) => path)).toEqual(['kommentarer', 'kommentarSendtOn']);
  const { body } = await world.as('siv').get(`process-instances/${klage}`).expect(200);
  const letters: readonly { readonly title: string; readonly text: string }[] = body.letters;
  const textOf = (wanted: string) => letters.find(({ title }) => title === wanted)?.text;
  expect(letters).toHaveLength(4);
  expect(textOf('Vi har sendt svaret ditt videre')).toContain('Dere har glemt barnet.');
  expect(textOf('Klagen din er ikke avgjort ennå')).toContain('klagenemnda i kommunen');
});

it('asks for the cause, of 7, when a decision is changed or quashed, and for none when it stands', async () => {
  const { decision } = await decided();
  await appeal('siv', decision).expect(201);
  await world.settle();
  const klage = await kari.caseWith('Vurder vedtaket på nytt');
  const nina = createCaseworker(world, 'nina+hvk');
  const partly = { nyVurdering: 'delvis', klageBegrunnelse: 'Du har rett i noe.' };

  const silent = await nina.tries(klage, 'Vurder vedtaket på nytt', partly);
  const unknown = await nina.tries(klage, 'Vurder vedtaket på nytt', { ...partly, endretFordi: 'vet-ikke' });
  await nina.does(klage, 'Vurder vedtaket på nytt', { ...partly, endretFordi: 'regler-brukt-feil' });
  await kari.does(klage, 'Send klagen til klageinstansen', { oversendtOn: '2026-11-23', dokumentliste: 'Vedtaket' });
  const told = { avgjorelseBegrunnelse: 'Se vedtaket.', avgjortOn: '2026-11-23' };
  const quashed = await kari.tries(klage, 'Registrer hva klageinstansen kom til', {
    ...told,
    klageresultat: 'opphevet',
  });
  await kari.does(klage, 'Registrer hva klageinstansen kom til', { ...told, klageresultat: 'stadfestet' });

  const refusals = [silent, unknown, quashed].map(({ status, body }) => [status, body.errors[0].path]);
  expect(refusals).toEqual([
    [400, 'endretFordi'],
    [400, 'endretFordi'],
    [400, 'klageinstansEndretFordi'],
  ]);
});

it('stands with the decision: who may appeal is offered it once, and each appeal leads to its own case', async () => {
  const { id, decision } = await decided();
  const shown = await world.as('siv').get(`process-instances/${id}`).expect(200);
  expect(shown.body.opensDecisions).toBe(true);
  expect((await read('siv', decision)).actions).toEqual({ appeal: true, askForReasons: true, correctArrival: false });
  expect((await read('bjorn', decision)).actions).toEqual({
    appeal: false,
    askForReasons: false,
    correctArrival: false,
  });

  await appeal('siv', decision).expect(201);
  await world.settle();

  const klage = await kari.caseWith('Vurder vedtaket på nytt');
  const { appeals, actions, letter } = await read('siv', decision);
  expect(appeals).toMatchObject([{ processInstanceId: klage, state: 'active', endedAt: null }]);
  expect(actions.appeal).toBe(false);
  await world.as('siv').get(`letters/${letter.id}/pdf`).expect(200);
});

it('is brought by the person, who acts for them, or staff who decide; not by anybody else who may read the decision', async () => {
  const { decision } = await decided();

  await appeal('odd', decision).expect(404);
  await appeal('bjorn', decision).expect(403);
  await appeal('ada', decision).expect(403);
  const ask = () => appeal('siv', decision).set('idempotency-key', 'klage-1');
  expect((await ask().expect(201)).body).toEqual((await ask().expect(201)).body);
});
