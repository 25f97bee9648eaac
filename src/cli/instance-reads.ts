import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { caseExportSchema, type CaseExport } from '../contract/case-export.contract.js';
import { processInstanceListSchema } from '../contract/process-instance.contract.js';
import { routes } from '../contract/routes.contract.js';
import { pathOf, wordOf, type Command } from './command.js';
import { requireYes } from './given.js';
import { momentText, tableOf } from './table.js';

const list: Command = {
  name: 'instance list',
  usage: '[--process <key>] [--state active|incident|completed|cancelled] [--phase <n>]',
  words: [0, 0],
  options: { process: 'text', state: 'text', phase: 'text' },
  async run({ client, given }) {
    const query = { process: given.text('process'), state: given.text('state'), phase: given.number('phase') };
    const body = await client.ask({ path: routes.processInstances, query }, processInstanceListSchema);
    const rows = body.items.map((one) => [
      one.id,
      `${one.process} ${one.version}`,
      stateText(one.state),
      String(one.revision),
      momentText(one.startedAt),
      one.title,
    ]);
    return { body, text: tableOf(['Sak', 'Prosess', 'Tilstand', 'Revisjon', 'Startet', 'Tittel'], rows) };
  },
};

const states: Readonly<Record<string, string>> = {
  active: 'pågår',
  incident: 'står fast',
  completed: 'fullført',
  cancelled: 'avbrutt',
};
const stateText = (state: string): string => states[state] ?? state;

const show: Command = {
  name: 'instance show',
  usage: '<id>',
  words: [1, 1],
  options: {},
  // The export is what operators may read of any case; its journal is not for a screen.
  async run(work) {
    const path = pathOf(routes.exportProcessInstance, wordOf(work));
    const { journal: _, ...body } = await work.client.ask({ path }, caseExportSchema);
    return { body, text: overview(body) };
  },
};

type Row = CaseExport['rows']['case'];
type Head = Omit<CaseExport, 'journal'>;

function overview({ definition, revision, content, snapshot, rows }: Head): string {
  const { id, state, suspended, hasIncident } = rows.case;
  const how = [
    stateText(state === 'active' && hasIncident === true ? 'incident' : cell(state)),
    ...(suspended === true ? ['satt på vent'] : []),
  ];
  const facts = [
    ['Sak', cell(id)],
    ['Prosess', `${definition.key}, versjon ${definition.version}`],
    ['Tilstand', how.join(', ')],
    ['Revisjon', String(revision)],
    ['Innhold', content === 'full' ? 'vises' : 'holdes tilbake'],
  ];
  return [
    tableOf(['', ''], facts).trimStart(),
    section('Står ved', ['node', 'elementInstanceId', 'since'], listOf(snapshot['tokens'])),
    section('Oppgaver', ['id', 'node', 'state', 'dueAt'], rows.userTasks.filter(isOpen)),
    section('Alarmer', ['id', 'node', 'purpose', 'dueAt'], rows.timers.filter(isSet)),
    section('Venter på', ['id', 'node', 'kind'], rows.subscriptions),
    section('Stans', ['id', 'node', 'code', 'raisedAt'], rows.incidents.filter(isUnresolved)),
  ].join('');
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;
const isOpen = ({ completedAt, state }: Row): boolean => !isSaid(completedAt) && state !== 'cancelled';
const isSet = ({ firedAt, cancelledAt }: Row): boolean => !isSaid(firedAt) && !isSaid(cancelledAt);
const isUnresolved = ({ resolvedAt }: Row): boolean => !isSaid(resolvedAt);

const listOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value : []);

function section(heading: string, columns: readonly string[], rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `\n${heading}\n${tableOf(
    columns,
    rows.map((row) => columns.map((column) => cell(row[column]))),
  )}`;
}

function cell(value: unknown): string {
  if (typeof value !== 'string') return isSaid(value) ? JSON.stringify(value) : '';
  return /^\d{4}-\d\d-\d\dT/.test(value) ? momentText(value) : value;
}

const exportCase: Command = {
  name: 'instance export',
  usage: '<id> [--output <file>] [--yes]',
  words: [1, 1],
  options: { output: 'text', yes: 'flag' },
  async run(work) {
    const { client, given, write } = work;
    const file = given.text('output');
    if (file !== undefined && (await exists(file))) requireYes(given, `writing over '${file}'`);
    const wish = { path: pathOf(routes.exportProcessInstance, wordOf(work)) };
    if (file !== undefined) {
      await client.stream(wish, (bytes) => writeWhole(file, bytes));
      return { body: { processInstanceId: wordOf(work), file }, text: `Saken er skrevet til ${file}.\n` };
    }
    await client.stream(wish, async (bytes) => {
      for await (const some of bytes) await write(some);
    });
    return undefined;
  },
};

const exists = async (file: string): Promise<boolean> => (await stat(file).catch(() => undefined)) !== undefined;

// Under its own name only once it is whole; a case is for nobody else on the machine to read.
async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${file}.part`;
  try {
    await rm(part, { force: true });
    await pipeline(bytes, createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

/** What operators read of cases. */
export const instanceReads: readonly Command[] = [list, show, exportCase];
