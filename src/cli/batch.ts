import { batchItemListSchema, batchListSchema, batchSchema, type BatchItemList } from '../contract/batch.contract.js';
import { routes } from '../contract/routes.contract.js';
import { change, changeOptions, pathOf, wordOf, type Answer, type Command, type Work } from './command.js';
import { batchAnswer, batchTable } from './batch-text.js';
import { tableOf } from './table.js';
import { waitForBatch } from './wait-for-batch.js';

const list: Command = {
  name: 'batch list',
  usage: '',
  words: [0, 0],
  options: {},
  async run({ client }) {
    const body = await client.ask({ path: routes.batches }, batchListSchema);
    return { body, text: batchTable(body.items) };
  },
};

const show: Command = {
  name: 'batch show',
  usage: '<id> [--wait]',
  words: [1, 1],
  options: { wait: 'flag' },
  async run(work) {
    if (work.given.flag('wait')) return waitForBatch(work, wordOf(work));
    return batchAnswer(await work.client.ask({ path: pathOf(routes.batch, wordOf(work)) }, batchSchema));
  },
};

type Item = BatchItemList['items'][number];

const items: Command = {
  name: 'batch items',
  usage: '<id> [--state waiting|done|failed|skipped]',
  words: [1, 1],
  options: { state: 'text' },
  async run(work) {
    const found = await everyItem(work);
    return { body: { items: found }, text: itemTable(found) };
  },
};

async function everyItem(work: Work): Promise<readonly Item[]> {
  const path = pathOf(routes.batchItems, wordOf(work));
  const found: Item[] = [];
  for (;;) {
    const query = { state: work.given.text('state'), after: found.at(-1)?.seq };
    const page = await work.client.ask({ path, query }, batchItemListSchema);
    if (page.items.length === 0) return found;
    found.push(...page.items);
  }
}

const itemTable = (found: readonly Item[]): string =>
  tableOf(
    ['Nr.', 'Sak', 'Tilstand', 'Kode', 'Hvorfor'],
    found.map(({ seq, processInstanceId, state, problem }) => [
      String(seq),
      processInstanceId,
      itemStates[state],
      problem?.code ?? '',
      problem === null
        ? ''
        : [problem.title, ...problem.errors.map(({ path, message }) => `${path}: ${message}`)].join(' '),
    ]),
  );

const itemStates = { waiting: 'venter', done: 'gjort', failed: 'mislyktes', skipped: 'hoppet over' } as const;

const move = (name: string, route: string): Command => ({
  name: `batch ${name}`,
  usage: '<id>',
  words: [1, 1],
  options: changeOptions,
  run: async (work): Promise<Answer> =>
    batchAnswer(await change(work, { path: pathOf(route, wordOf(work)), shape: batchSchema })),
});

/** How operators follow and steer what is done to many cases. */
export const batchCommands: readonly Command[] = [
  list,
  show,
  items,
  move('pause', routes.pauseBatch),
  move('resume', routes.resumeBatch),
  move('cancel', routes.cancelBatch),
];
