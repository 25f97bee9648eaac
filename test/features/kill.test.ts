import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { deserializeInstance, evolve, serializeInstance } from '../../src/engine/index.js';
import type { ProcessEvent, ProcessInstance, SerializedInstance } from '../../src/engine/index.js';
import { crashBegins } from '../support/crash-script.js';
import { furnishStack } from '../support/stack.js';
import { createFurnishedDatabase, type TestDatabase } from '../support/test-database.js';

const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const kills = 3;

/** mulberry32: the same seed kills after the same lines. */
function chanceFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Life {
  readonly lines: readonly string[];
  readonly code: number | null;
  readonly complaints: string;
}

/** When to kill: after so many lines that no earlier process has said, and so much later. */
interface Death {
  readonly news: number;
  readonly moreMs: number;
}

/** Lets one process live to its end or its death; `said` is what was said before. */
async function live(url: string, said: ReadonlySet<string>, death?: Death): Promise<Life> {
  const child = spawn(process.execPath, [
    '--import',
    './tools/run-typescript.mjs',
    'test/support/crash-process.ts',
    url,
  ]);
  const lines: string[] = [];
  let [complaints, news] = ['', 0];
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    news += said.has(line) ? 0 : 1;
    if (!said.has(line) && news === death?.news) void wait(death.moreMs).then(() => child.kill('SIGKILL'));
  });
  await once(child, 'close');
  return { lines, code: child.exitCode, complaints };
}

const acknowledgements = (life: Life): readonly (readonly [key: string, answer: string])[] =>
  life.lines
    .filter((line) => line.startsWith('ack '))
    .map((line) => {
      const [, key = '', ...answer] = line.split(' ');
      return [key, answer.join(' ')] as const;
    });

function municipality(): Promise<TestDatabase> {
  return createFurnishedDatabase(`stack ${crashBegins}`, (url) => furnishStack(url, crashBegins));
}

const caseNames = `with recursive named as (
    select id, coalesce(business_key, definition_key || ' ' || started_at) as name from process_instance where parent_id is null
    union all select c.id, n.name || ' > ' || c.definition_key from process_instance c join named n on c.parent_id = n.id
  )`;

// By names and virtual time: ids are others in every run, what happens and when is not.
const whatHappened = `${caseNames}
  select line, count(*)::int as times from (
    select n.name || ' ' || j.at || ' ' || j.type || ' ' || coalesce(j.payload ->> 'node', '') || ' ' || j.actor as line
    from journal_event j join named n on n.id = j.instance
    union all select n.name || ' brev ' || l.template || ' ' || l.sent_at from letter l join named n on n.id = l.instance
    union all select n.name || ' melding ' || m.kind || ' ' || m.to_actor || ' ' || m.at || ' ' || m.subject
      || case when m.sent_at is null then ' ikke sendt' else '' end
    from notification m join named n on n.id = m.instance
    union all select 'e-post ' || "to" || ' ' || subject from mailbox_message
    union all select n.name || ' gjort ' || o.kind || case when o.done_at is null then ' aldri' else '' end
    from outbox o join named n on n.id = o.instance
  ) as told group by line order by line`;

const leftovers = `
  select 'timer over tiden ' || id as what from timer
    where fired_at is null and cancelled_at is null and due_at <= (select frozen_at from clock where tenant = 'trondheim')
  union all select 'ikke gjort: ' || kind || ' ' || coalesce(last_error, '') from outbox where done_at is null
  union all select 'to like brev: ' || key from letter group by key having count(*) > 1
  union all select 'sendt og mottatt er ikke like mange: ' || s.sent || ', ' || m.received
    from (select count(*) as sent from notification where sent_at is not null) s,
      (select count(*) as received from mailbox_message) m where s.sent <> m.received`;

interface Stored {
  readonly id: string;
  readonly snapshot: SerializedInstance;
  readonly events: readonly ProcessEvent[];
}

const storedCases = `select c.id, c.snapshot, (select json_agg(j.payload order by j.seq) from journal_event j where j.instance = c.id) as events
  from process_instance c`;

const replayed = ({ events }: Stored): ProcessInstance | undefined =>
  events.reduce<ProcessInstance | undefined>(evolve, undefined);

async function look<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    return (await owner.query<Row>(sql)).rows;
  } finally {
    await owner.end();
  }
}

it(`killed ${kills} times with SIGKILL (KILL_SEED=${seed}), the municipality comes to the same end as undisturbed: nothing lost, nothing twice`, async () => {
  const chance = chanceFrom(seed);
  const [disturbed, quiet] = await Promise.all([municipality(), municipality()]);
  const undisturbed = live(quiet.url, new Set());
  const lives: Life[] = [];
  const said = new Set<string>();
  for (let kill = 0; kill <= kills; kill += 1) {
    const death = { news: 1 + Math.floor(chance() * 11), moreMs: Math.floor(chance() * 400) };
    const life = await live(disturbed.url, said, kill < kills ? death : undefined);
    life.lines.forEach((line) => said.add(line));
    lives.push(life);
  }

  expect(lives.at(-1)?.complaints).toBe('');
  expect([(await undisturbed).code, lives.at(-1)?.code]).toEqual([0, 0]);
  const answers = new Map<string, Set<string>>();
  for (const [key, answer] of lives.flatMap(acknowledgements))
    answers.set(key, (answers.get(key) ?? new Set()).add(answer));
  expect([...answers].filter(([, different]) => different.size > 1)).toEqual([]);
  const cases = await look<Stored>(disturbed.url, storedCases);
  for (const one of cases) {
    const state = replayed(one);
    expect(state && serializeInstance(state)).toEqual(serializeInstance(deserializeInstance(one.snapshot)));
  }
  expect(await look(disturbed.url, leftovers)).toEqual([]);
  expect(await look(disturbed.url, whatHappened)).toEqual(await look(quiet.url, whatHappened));
  process.stdout.write(
    `KILL_SEED=${seed}: ${lives.map(({ lines }) => lines.length).join(', ')} lines, ${cases.length} cases\n`,
  );
  await Promise.all([disturbed.drop(), quiet.drop()]);
}, 180_000);
