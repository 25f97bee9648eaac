import { createSmtpMailSender } from '../../src/app/mail/smtp-mail-sender.js';
import { fileChannels } from '../../src/app/channels/file-channel.js';
import { DEMO_BEGINS, loadDemo } from '../../src/app/demo/load-demo.js';
import { demoApplications } from '../../src/app/demo/demo-applications.js';
import { DemoPlayer, type DemoPlayerParts } from '../../src/app/demo/demo-player.js';
import type { DemoStep } from '../../src/app/demo/demo-step.js';
import { demoApplicants, demoPersonas } from '../../src/app/demo/personas.js';
import { TaskRegisters } from '../../src/cases/homes/task-registers.js';
import { TimeTravel } from '../../src/runtime/time-travel.js';
import { idOf } from '../../src/shared/id.js';
import { createPlay, type Play } from '../support/play.js';
import { deployWorkflows, openStack, trondheim, type Stack } from '../support/stack.js';
import { startRawMailbox, type RawMail } from './raw-mailbox.js';

/** What people were sent in the demo's first days, and what failed on the way. */
export interface MailDay {
  readonly mails: readonly RawMail[];
  readonly failures: readonly string[];
}

// Thursday evening: a viewing was arranged on Wednesday, and moved on Thursday.
const ends = '2026-11-26T19:00:00.000Z';
const viewing = { on: '2026-11-27', minutes: 45, place: 'Bispegata 9C, ring på hos vaktmesteren' };

const chosen = { valgBegrunnelse: 'Begge har egen inngang.' };
const homes = { tove: ['smh-6-01', 'smh-6-02'], rune: ['smh-1-02', 'smh-1-03'] };
const offered = ['tove', 'rune'] as const;
const day: readonly DemoStep[] = [
  { kind: 'round', on: '2026-11-25', by: 'bjorn', offers: offered },
  ...offered.map((name): DemoStep => {
    return {
      kind: 'complete',
      on: '2026-11-25',
      name,
      task: 'velg-boliger',
      by: 'bjorn',
      values: { ...chosen, boliger: homes[name] },
    };
  }),
];

/**
 * Plays the demo municipality to the day on which it begins, and two days on, with everything but the web: the real runtime on the
 * database at `url`, mail over SMTP, text messages and digital post as files in `folder`.
 */
export async function playMailDay(url: string, folder: string): Promise<MailDay> {
  const mailbox = await startRawMailbox();
  const mail = createSmtpMailSender(mailbox.url, 'Trondheim kommune <ikke-svar@boligflyt.test>');
  const stack = await openStack(url, async () => mail, { channels: fileChannels(folder) });
  const play = createPlay(stack, url);
  try {
    await stack.store.tenants.enter(trondheim, 'Trondheim kommune');
    await load(stack, play);
    await deployWorkflows(stack);
    const past = mailbox.received.length;
    await stack.store.clock.freezeAt(trondheim, DEMO_BEGINS);
    await choose(stack);
    await offerHomes(stack, play);
    await arrangeViewing(stack, play, '13:00');
    await play.advance({ to: '2026-11-26T09:00:00.000Z' });
    await arrangeViewing(stack, play, '14:30');
    await play.advance({ to: ends });
    await play.settle();
    return { mails: mailbox.received.slice(past), failures: stack.failures };
  } finally {
    await play.close();
    await stack.close();
    mail.close();
    await mailbox.stop();
  }
}

async function load(stack: Stack, play: Play): Promise<void> {
  const { store } = stack;
  await loadDemo({
    ...playerParts(stack, play),
    onProgress: () => undefined,
    pastClock: store.clock,
    clock: { moveTo: async () => true },
    receipts: store.receipts,
    registers: store.homes.desk,
    actors: store.people,
    persons: store.persons,
    households: store.households,
    travel: new TimeTravel(store.clock, store.outbox, () => play.settle()),
  });
}

const playerParts = (stack: Stack, play: Play): DemoPlayerParts => ({
  tenant: trondheim,
  settle: () => play.settle(),
  cases: stack.queries.cases,
  handle: (request) => stack.runtime.handler.handle(request),
  people: [...demoPersonas, ...demoApplicants],
  taskRegisters: new TaskRegisters(stack.store.definitions, stack.files.homeRequirements),
  deploy: (folder) => deployWorkflows(stack, folder),
});

/** Bjørn closes the week's round: Tove and Rune are offered homes, and he chooses two for each. */
async function offerHomes(stack: Stack, play: Play): Promise<void> {
  const player = new DemoPlayer(playerParts(stack, play));
  for (const step of demoApplications()) if (step.kind === 'start') player.caseOf(step);
  for (const step of day) await player.play(step);
}

/** Tove reads nynorsk, Tor English, and Rune has a telephone only. */
async function choose({ store }: Stack): Promise<void> {
  await store.preferences.choose(trondheim, idOf('tove'), { language: 'nn', dailyDigest: false });
  await store.preferences.choose(trondheim, idOf('tor'), { language: 'en', dailyDigest: false });
  await store.people.enter(trondheim, { id: idOf('rune'), name: 'Rune Haug', phone: '+4740000000', groups: ['soker'] });
}

async function arrangeViewing({ meetings }: Stack, play: Play, at: string): Promise<void> {
  const [task] = await play.query<{ id: string; instance: string }>(
    `select t.id, t.instance from user_task t join process_instance c on c.tenant = t.tenant and c.id = t.instance
      where t.state in ('created', 'assigned') and t.node = 'hold-visning' and c.subject = 'tove'`,
  );
  if (task === undefined) throw new Error('Expected a viewing to be held for Tove');
  await meetings.say({
    tenant: trondheim,
    id: task.id,
    processInstanceId: idOf(task.instance),
    kind: 'visning',
    time: { ...viewing, at },
    invited: [idOf('tove'), idOf('tor')],
    cause: at,
  });
  await play.settle();
}
