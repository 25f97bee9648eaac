import { batchItemListSchema, batchSchema } from '../contract/batch.contract.js';
import { routes } from '../contract/routes.contract.js';
import { batchAnswer, progressText } from './batch-text.js';
import { pathOf, type Answer, type Work } from './command.js';
import { problemText } from './failure.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** Follows a batch to its end and tells how far it has come; refused when a case failed, each with its reason. */
export async function waitForBatch(work: Work, id: string): Promise<Answer> {
  const { client, tell, wait } = work;
  let told = '';
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const batch = await client.ask({ path: pathOf(routes.batch, id) }, batchSchema);
    const progress = progressText(batch);
    if (progress !== told) tell(`${progress}\n`);
    told = progress;
    if (batch.state === 'completed' || batch.state === 'cancelled') {
      if (batch.failed > 0) await tellFailures(work, id);
      return { ...batchAnswer(batch), isRefused: batch.failed > 0 };
    }
    await wait(pause);
  }
}

async function tellFailures({ client, tell }: Work, id: string): Promise<void> {
  const wish = { path: pathOf(routes.batchItems, id), query: { state: 'failed' } };
  const { items } = await client.ask(wish, batchItemListSchema);
  for (const { processInstanceId, problem } of items) {
    if (problem !== null) tell(`${processInstanceId}: ${problemText({ ...problem, type: '', status: 422 })}`);
  }
}
