// The same work on bpmn-engine, as its own documentation says to do it.
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import { medianMicrosecondsLater } from '../measure.mjs';
import { chainOfDiamonds, chainOfUserTasks } from '../models.mjs';

const language = { over: '${environment.variables.over}', under: '${environment.variables.under}' };

function untilEnd(engine, listener, begin) {
  return new Promise((resolve, reject) => {
    engine.once('end', resolve);
    engine.once('error', reject);
    begin(listener);
  });
}

async function completeAll(source, variables = {}) {
  const engine = new Engine({ name: 'peer', source, variables });
  const listener = new EventEmitter();
  listener.on('wait', (task) => task.signal({ svar: 'ja' }));
  await untilEnd(engine, listener, () => engine.execute({ listener }));
}

/** State at the user task that is reached after so many have been completed. */
async function stateAfter(source, count) {
  const engine = new Engine({ name: 'peer', source });
  const listener = new EventEmitter();
  let completed = 0;
  return new Promise((resolve, reject) => {
    listener.on('wait', (task) => {
      if (completed === count) return resolve(engine.getState());
      completed += 1;
      task.signal({ svar: 'ja' });
    });
    engine.once('error', reject);
    engine.execute({ listener });
  });
}

async function restoreAndStep(saved) {
  const engine = new Engine({ name: 'peer' }).recover(JSON.parse(saved));
  const listener = new EventEmitter();
  listener.on('wait', (task) => task.signal({ svar: 'ja' }));
  await untilEnd(engine, listener, () => engine.resume({ listener }));
}

/** Its figures by the names that ours have. */
export async function measureBpmnEngine() {
  const twenty = chainOfUserTasks(20);
  const twelve = chainOfDiamonds(12, language);
  const saved = JSON.stringify(await stateAfter(chainOfUserTasks(101), 100));
  for (let warm = 0; warm < 5; warm += 1) await completeAll(twenty);
  return new Map([
    ['one user task completed, 20 in a row', (await medianMicrosecondsLater(15, () => completeAll(twenty))) / 20],
    [
      '12 exclusive diamonds in a row',
      (await medianMicrosecondsLater(1, () => completeAll(twelve, { over: true, under: false }))) / 1000,
    ],
    ['state saved at a user task after 100 tasks', saved.length / 1024],
    ['restore and one step', (await medianMicrosecondsLater(15, () => restoreAndStep(saved))) / 1000],
  ]);
}
