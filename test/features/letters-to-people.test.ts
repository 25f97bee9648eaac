import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
const lawyer = { kind: 'fullmektig', name: 'Gatejuristen', fromOn: '2026-11-01' };

async function sivWith(person: object, ...representatives: readonly object[]): Promise<void> {
  await world
    .as('kari')
    .post('persons', { id: 'siv', name: 'Siv Dahl', ...person })
    .expect(201);
  for (const [place, one] of representatives.entries())
    await world
      .as('kari')
      .post('persons/siv/representatives', one)
      .set('if-match', `"${place + 1}"`)
      .expect(200);
}

interface Letter {
  readonly title: string;
  readonly text: string;
}
const lettersOf = async (id: string): Promise<readonly Letter[]> =>
  (await world.as('kari').get(`process-instances/${id}`).expect(200)).body.letters;

/** Siv's application is refused, and she appeals; answers all letters of both cases. */
async function refusedAndAppealed(): Promise<readonly Letter[]> {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf('siv');
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };
  await kari.does(id, 'Kartlegg behov med søker', mapped);
  const text = { hjemmel: 'kommunal-bolig', resultat: 'avslag', vedtakBegrunnelse: 'Du har eit godt husvære.' };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', text);
  const liv = createCaseworker(world, 'liv');
  await liv.does(id, 'Godkjenn avslaget, eller send det tilbake', { godkjent: true });
  await kari.does(id, 'Registrer når vedtaket kom fram', { vedtakMottattOn: '2026-11-23', mottakBevis: 'digitalt' });
  const { body } = await world.as('siv').get(`process-instances/${id}/decisions`).expect(200);
  await world.as('siv').post(`decisions/${body.items[0].id}/appeals`, { text: 'Eg er usamd.' }).expect(201);
  await world.settle();
  const appeal = await kari.caseWith('Vurder vedtaket på nytt');
  const third = createCaseworker(world, 'nina+hvk');
  const upheld = { nyVurdering: 'opprettholdt', klageBegrunnelse: 'Det er som før.' };
  await third.does(appeal, 'Vurder vedtaket på nytt', upheld);
  const sent = { oversendtOn: '2026-11-23', dokumentliste: 'Vedtaket' };
  await kari.does(appeal, 'Send klagen til klageinstansen', sent);
  return [...(await lettersOf(id)), ...(await lettersOf(appeal))];
}

describe('the letters of an application that is refused, and of the appeal', () => {
  let letters: readonly Letter[];
  beforeAll(async () => {
    world = await createApiWorld();
    const friend = { kind: 'stottespiller', name: 'En venn', email: 'venn@example.test', fromOn: '2026-11-01' };
    const before = { ...lawyer, name: 'Forrige', email: 'forrige@example.test', toOn: '2026-11-22' };
    await sivWith({ language: 'nn' }, { ...lawyer, email: 'post@gatejuristen.test' }, friend, before);
    letters = await refusedAndAppealed();
  });
  afterAll(() => world.stop());

  it('scenario 9: all 4 go to who acts for the person too, and greet them; nobody else gets any', () => {
    const to = (name: string) =>
      letters
        .filter(({ text }) => text.startsWith(`Hei ${name}\n`))
        .map(({ title }) => title)
        .toSorted();

    expect(to('Siv Dahl')).toEqual([
      'Du har fått nei til kommunal bustad',
      'Vi har fått klaga di',
      'Vi har fått søknaden din',
      'Vi har sendt klaga di vidare',
    ]);
    expect(to('Gatejuristen')).toEqual(to('Siv Dahl'));
    expect(letters).toHaveLength(8);
    const mails = world.sentMail.map((mail) => mail.to);
    expect(mails.filter((to) => to === 'post@gatejuristen.test')).toHaveLength(4);
    expect(mails.filter((to) => to === 'venn@example.test' || to === 'forrige@example.test')).toEqual([]);
  });

  it('scenario 52: who writes nynorsk gets each of them in nynorsk, with no word of bokmål', () => {
    const bokmal = /(?<!\p{L})(?:ikke|hva|hvor|jeg|fra|noe|mer|bolig|uke)(?!\p{L})/iu;

    expect(letters.filter(({ title, text }) => bokmal.test(`${title}\n${text}`))).toEqual([]);
    expect(letters.filter(({ text }) => !/(?<!\p{L})ikkje(?!\p{L})/u.test(text)).map(({ title }) => title)).toEqual([]);
  });
});

it('scenario 9: a letter that would leave out who acts for the person is not sent to anybody', async () => {
  world = await createApiWorld();
  await sivWith({}, lawyer);

  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf('siv');

  expect(await lettersOf(id)).toEqual([]);
  expect(world.sentMail.filter(({ to }) => to.startsWith('siv'))).toEqual([]);
  expect(await kari.openTasks(id)).toEqual([]);
  await world.stop();
});
