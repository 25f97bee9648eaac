import { batchSchema } from '../contract/batch.contract.js';
import { routes } from '../contract/routes.contract.js';
import { batchAnswer } from './batch-text.js';
import { change, changeOptions, wordOf, type Command, type Work } from './command.js';
import { UsageError } from './failure.js';
import type { Given } from './given.js';
import { operations, type Operation } from './operation-body.js';
import { readText } from './read-json.js';
import { waitForBatch } from './wait-for-batch.js';

const kinds = new Map<string, Operation>([
  ...Object.entries(operations).filter(([name]) => name !== 'restart'),
  ['retry-incidents', { usage: '', options: {}, body: () => ({}) }],
]);

/** Does the same to many cases. */
export const batchStart: Command = {
  name: 'batch start',
  usage: `${[...kinds.keys()].join('|')} <its options>
      --id <case>… | --id-file <file> | --process <key> [--version <n>] [--state <state>] [--incident-code <code>]
      [--paused | --wait]`,
  words: [1, 1],
  options: {
    ...changeOptions,
    ...Object.assign({}, ...[...kinds.values()].map(({ options }) => options)),
    id: 'texts',
    'id-file': 'text',
    process: 'text',
    version: 'text',
    state: 'text',
    'incident-code': 'text',
    paused: 'flag',
    wait: 'flag',
  },
  async run(work) {
    const { given } = work;
    const kind = wordOf(work);
    const operation = kinds.get(kind);
    if (operation === undefined) throw new UsageError(`Expected ${[...kinds.keys()].join(', ')}.`);
    if (given.flag('paused') && given.flag('wait')) throw new UsageError('Expected --paused or --wait, not both.');

    const dryRun = kind === 'migrate' && { dryRun: given.flag('dry-run') };
    const body = {
      operation: { kind, ...(await operation.body(work)), ...dryRun },
      selection: await selectionOf(work),
      paused: given.flag('paused'),
    };
    const batch = await change(work, { path: routes.batches, body, shape: batchSchema });
    return given.flag('wait') ? waitForBatch(work, batch.id) : batchAnswer(batch);
  },
};

async function selectionOf({ given }: Work): Promise<object> {
  const ids = await idsOf(given);
  if (ids.length === 0 && given.text('process') === undefined) {
    throw new UsageError('Expected --id, --id-file or --process.');
  }
  return {
    ...(ids.length > 0 ? { ids } : {}),
    process: given.text('process'),
    version: given.number('version'),
    state: given.text('state'),
    incidentCode: given.text('incident-code'),
  };
}

async function idsOf(given: Given): Promise<readonly string[]> {
  const file = given.text('id-file');
  const lines = file === undefined ? '' : await readText('--id-file', file);
  return [...given.texts('id'), ...lines.split(/\s+/).filter((id) => id !== '')];
}
