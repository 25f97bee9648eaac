import { parseArgs } from 'node:util';
import { createSmtpMailSender, type SmtpMailSender } from '../../src/app/mail/smtp-mail-sender.js';
import { enterDemoHomes } from '../../src/app/demo/demo-homes.js';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres/embedded-postgres.js';
import { startLocalMailbox } from '../../src/app/mail/local-mailbox.js';
import type { MailServer } from '../../src/app/mail/mail-server.js';
import { instantOf } from '../../src/engine/index.js';
import { migrate } from '../../src/store/migrate.js';
import { readChronicle } from '../support/chronicle.js';
import type { CaseId, Play } from '../support/play.js';
import { createPlay } from '../support/play.js';
import type { Stack } from '../support/stack.js';
import { furnish, openStack, trondheim } from '../support/stack.js';
import { differences } from './differences.js';
import { expected } from './expected.js';
import { ChroniclePrinter } from './print-chronicle.js';
import type { Action } from './script.js';
import { say } from './say.js';
import { script } from './script.js';
import { storyFolder } from './story-folder.js';

const begins = '2026-08-31 08:00';
const ends = '2027-10-04 12:00';

const instant = (wallClock: string): string => {
  const [on = '', time = ''] = wallClock.split(' ');
  return instantOf(on, time);
};

const processes: Readonly<Record<Action['in'], string>> = {
  prosjekt: 'boligutvikling',
  soknad: 'boligtildeling',
  tjenester: 'tjenestevedtak',
  karriere: 'boligkarriere',
  runde: 'ventelisterunde',
};

/** The case an action is about; for a round, every round, since the task itself says which is open. */
async function caseOf(play: Play, action: Action): Promise<readonly CaseId[]> {
  return play.casesOf(processes[action.in]);
}

async function openIn(play: Play, cases: readonly CaseId[], node: string): Promise<CaseId> {
  for (const id of cases) if (await play.hasOpen(id, node)) return id;
  throw new Error(`Expected an open task '${node}', but there is none`);
}

async function timesDone(play: Play, action: Action): Promise<number> {
  const cases = await caseOf(play, action);
  if (action.does === 'start') return cases.length;
  const counts = await Promise.all(cases.map((id) => play.timesCompleted(id, action.does)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function perform(play: Play, action: Action): Promise<void> {
  if (action.does === 'start') return void (await play.start(action.in, processes[action.in], action.by, action.with));

  const id = await openIn(play, await caseOf(play, action), action.does);
  await play.complete(id, action.does, action.by, action.with);
}

/** Plays every action that has not been done; after a crash, those that had are found in the cases themselves. */
async function playScript(play: Play, print: () => Promise<void>): Promise<void> {
  const seen = new Map<string, number>();
  for (const action of script) {
    const name = `${action.in} ${action.does}`;
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    if ((await timesDone(play, action)) >= ordinal) continue;

    await play.advance({ to: instant(action.at) });
    await perform(play, action);
    await print();
  }
  await play.advance({ to: instant(ends) });
  await print();
}

async function main(): Promise<number> {
  const startedAt = performance.now();
  const { values } = parseArgs({ options: { resume: { type: 'boolean' }, folder: { type: 'string' } } });
  const { folder, isResumed } = await storyFolder(values);
  const database = await startEmbeddedPostgres(folder);
  await migrate(database.url);
  const open: { mailbox?: MailServer; sender?: SmtpMailSender; stack?: Stack; play?: Play } = {};
  try {
    const stack = (open.stack = await openStack(database.url, async (store) => {
      open.mailbox = await startLocalMailbox(trondheim, store.mailbox);
      return (open.sender = createSmtpMailSender(open.mailbox.url, 'Boligflyt <ikke-svar@boligflyt.test>'));
    }));
    await furnish(stack, isResumed ? undefined : instant(begins));
    await enterDemoHomes(stack.store.homes.desk, trondheim);
    const play = (open.play = createPlay(stack, database.url));
    const printer = new ChroniclePrinter();
    await playScript(play, async () => printer.print(await readChronicle(play, stack.files.deadlines, printer.since)));
    return await verdict(play, stack, startedAt);
  } finally {
    await open.play?.close();
    await open.stack?.close();
    open.sender?.close();
    await open.mailbox?.stop();
    await database.stop();
  }
}

async function verdict(play: Play, stack: Stack, startedAt: number): Promise<number> {
  const chronicle = await readChronicle(play, stack.files.deadlines);
  const wrong = [...differences(expected, chronicle), ...(await leftovers(play)), ...stack.failures];
  wrong.forEach(say);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(
    wrong.length === 0
      ? `\nHistorien stemmer: ${expected.length} hendelser på rett dag, ${seconds} s.`
      : `\nHistorien stemmer ikke: ${wrong.length} avvik, ${seconds} s.`,
  );
  return wrong.length === 0 ? 0 : 1;
}

/** Every case but the watch over the new house and its evaluation, the yearly survey and the life in a home must have ended, nothing may be stuck, and every mail that was sent must have arrived once. */
async function leftovers(play: Play): Promise<readonly string[]> {
  const rows = await play.query<{ what: string }>(`
    select 'Saken er ikke ferdig: ' || title as what from process_instance where state = 'active' and definition_key <> all('{tomgang,prosjektevaluering,behovskartlegging,boligkarriere}')
    union all select 'Saken står fast: ' || message from incident where resolved_at is null
    union all select 'Ble aldri utført: ' || kind || ' ' || coalesce(last_error, '') from outbox where failed_at is not null
    union all select 'E-post som ikke kom fram eller kom to ganger: ' || s.sent || ' sendt, ' || m.received || ' mottatt'
      from (select count(*) as sent from notification where sent_at is not null) s,
        (select count(*) as received from mailbox_message) m
      where s.sent <> m.received`);
  return rows.map(({ what }) => what);
}

process.exitCode = await main();
