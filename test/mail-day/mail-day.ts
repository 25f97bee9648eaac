import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import PostalMime from 'postal-mime';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres/embedded-postgres.js';
import { migrate } from '../../src/store/migrate.js';
import { playMailDay, type MailDay } from './play-mail-day.js';
import { calendarOf, readMail, type ReadMail } from './read-mail-day.js';

// What the recipients of the demo municipality get in two days: `npm run mail-day -- --folder <folder>`.
const { values } = parseArgs({ options: { folder: { type: 'string', default: '.mail-day' } } });
const folder = path.resolve(values.folder);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function write({ mails }: MailDay): Promise<readonly ReadMail[]> {
  const read = [];
  for (const [place, mail] of mails.entries()) {
    const name = `${String(place + 1).padStart(2, '0')}-${mail.to.replace(/@.*/, '')}`;
    await writeFile(path.join(folder, `${name}.eml`), mail.raw);
    const calendar = calendarOf(await PostalMime.parse(mail.raw));
    if (calendar !== undefined) await writeFile(path.join(folder, `${name}.ics`), calendar);
    read.push(await readMail(mail));
  }
  return read;
}

function show({ to, subject, text, appointment }: ReadMail): string {
  const lines = text.split('\n').map((line) => `    ${line}`.trimEnd());
  const calendar =
    appointment === undefined
      ? []
      : [`    [kalender: ${appointment.method} ${appointment.sequence}, ${appointment.summary}, ${appointment.start}]`];
  return [`Til ${to}: ${subject}`, ...lines, ...calendar, ''].join('\n');
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const database = await startEmbeddedPostgres(path.join(folder, 'database'));
try {
  await migrate(database.url);
  const day = await playMailDay(database.url, folder);
  const index = (await write(day)).map(show).join('\n');
  await writeFile(path.join(folder, 'oversikt.txt'), index);
  print(index);
  const texts = await readdir(path.join(folder, 'meldinger', 'sms')).catch(() => []);
  print(`${day.mails.length} e-poster og ${texts.length} tekstmeldinger ligger i ${folder}.`);
  day.failures.forEach((failure) => print(`Noe gikk galt: ${failure}`));
  process.exitCode = day.failures.length === 0 ? 0 : 1;
} finally {
  await database.stop();
  await rm(path.join(folder, 'database'), { recursive: true, force: true });
}
