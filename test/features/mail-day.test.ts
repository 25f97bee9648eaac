import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { playMailDay } from '../mail-day/play-mail-day.js';
import { readMail, type ReadMail } from '../mail-day/read-mail-day.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('two days of the demo municipality, as the recipients see them', () => {
  let database: TestDatabase;
  let folder: string;
  let mails: readonly ReadMail[];
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'boligflyt-test-'));
    const played = await playMailDay(database.url, folder);
    expect(played.failures).toEqual([]);
    mails = await Promise.all(played.mails.map(readMail));
  }, 300_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  });

  const to = (person: string): readonly ReadMail[] => mails.filter((mail) => mail.to === `${person}@boligflyt.test`);

  it('are 13 messages by mail, each understood by a parser that is not ours, with a subject and a text', () => {
    expect(mails.length).toBe(13);
    expect(mails.filter(({ subject, text }) => subject === '' || text === '')).toEqual([]);
  });

  it('bring an invitation and its change under one id, which the calendar shows at 14:30 in Oslo at last', () => {
    const appointments = to('tove').flatMap(({ appointment }) => appointment ?? []);

    expect(new Set(appointments.map(({ uid }) => uid)).size).toBe(1);
    expect(appointments.map(({ method, sequence, start }) => [method, sequence, start])).toEqual([
      ['REQUEST', 0, '2026-11-27T13:00:00 Europe/Oslo'],
      ['REQUEST', 1, '2026-11-27T14:30:00 Europe/Oslo'],
    ]);
  });

  it('speak nynorsk to Tove, English to Tor and bokmål to Bente', () => {
    expect(to('tove').map(({ subject }) => subject)).toEqual([
      'Du har ei melding frå Trondheim kommune',
      'Invitasjon: Avtale med Trondheim kommune',
      'Endra: Avtale med Trondheim kommune',
    ]);
    expect(to('tor').at(-1)?.subject).toBe('Changed: Viewing');
    expect(to('bente')[0]?.text).toMatch(/^Hei Bente Rønning\./);
  });

  it('tell an applicant neither the place nor that it is about a home', () => {
    const said = to('tove').flatMap(({ subject, text, appointment }) => [subject, text, appointment?.summary ?? '']);

    expect(said.filter((text) => /bolig(?!flyt)|visning|Bispegata|Gamle Oslovei|Småhus/i.test(text))).toEqual([]);
  });

  it('reach Rune, who has no e-mail, with one text message that says nothing of its content', async () => {
    const sms = path.join(folder, 'meldinger', 'sms');
    const files = await readdir(sms);
    const texts = await Promise.all(
      files.map(async (name): Promise<unknown> => JSON.parse(await readFile(path.join(sms, name), 'utf8'))),
    );

    expect(to('rune')).toEqual([]);
    expect(texts).toMatchObject([
      { address: '+4740000000', text: 'Du har fått noe nytt å lese fra Trondheim kommune. Logg inn på Boligflyt.' },
    ]);
  });
});
