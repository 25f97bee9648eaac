// What the engine costs in memory. Fixed work, medians; nothing here asks a clock but the stopwatch.
import { medianMicroseconds } from './measure.mjs';
import { chainOfDiamonds, chainOfUserTasks, tasksForEach } from './models.mjs';
import {
  compileProcess,
  decide,
  deserializeInstance,
  evaluate,
  evolveAll,
  readBpmn,
  serializeInstance,
} from '../dist/engine/index.js';

const at = '2026-11-25T08:00:00.000Z';
const kari = { id: 'kari', groups: ['hvk'] };
const language = { over: '=n &gt; 1', under: '=n &lt;= 1' };

async function read(xml) {
  const reading = await readBpmn(xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics.slice(0, 3)));
  return { ...reading.definitions[0], version: 1 };
}

function after(instance, command, process) {
  const decision = decide(instance, { actor: kari, at, ...command }, { process, deadlineRegister: [] });
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  return evolveAll(instance, decision.events);
}

const started = (process, variables = {}) =>
  after(undefined, { type: 'StartProcessInstance', processInstanceId: 'sak', variables }, process);

function completeFirst(instance, process) {
  const [{ id: userTaskId }] = instance.userTasks.values();
  return after(instance, { type: 'CompleteUserTask', userTaskId, variables: { svar: 'ja' } }, process);
}

function completed(process, variables) {
  let instance = started(process, variables);
  while (instance.state === 'active') instance = completeFirst(instance, process);
  return instance;
}

function stateAfter(process, count) {
  let instance = started(process);
  for (let index = 0; index < count; index += 1) instance = completeFirst(instance, process);
  return instance;
}

const taskFigures = async () => {
  const twenty = compileProcess(await read(chainOfUserTasks(20)));
  const [hundred, nineHundred] = [
    compileProcess(await read(chainOfUserTasks(101))),
    compileProcess(await read(chainOfUserTasks(901))),
  ];
  for (let warm = 0; warm < 200; warm += 1) completed(twenty);
  const saved = JSON.stringify(serializeInstance(stateAfter(hundred, 100)));
  const [early, late] = [stateAfter(nineHundred, 1), stateAfter(nineHundred, 899)];
  const step = (instance) => medianMicroseconds(1_000, () => completeFirst(instance, nineHundred));
  return [
    ['one user task completed, 20 in a row', medianMicroseconds(500, () => completed(twenty)) / 20, 'µs', 60],
    ['state saved at a user task after 100 tasks', saved.length / 1024, 'kB', 4],
    [
      'restore and one step',
      medianMicroseconds(300, () => completeFirst(deserializeInstance(JSON.parse(saved)), hundred)) / 1000,
      'ms',
      1,
    ],
    ['a step after 899 tasks, times one after 1 task', step(late) / step(early), '×', 1.5],
  ];
};

const gatewayFigures = async () => {
  const [twelve, hundred, twoHundred] = await Promise.all(
    [12, 100, 200].map(async (count) => compileProcess(await read(chainOfDiamonds(count, language)))),
  );
  const through = (process, rounds) => medianMicroseconds(rounds, () => started(process, { n: 2 })) / 1000;
  through(hundred, 20);
  const ofHundred = through(hundred, 30);
  return [
    ['12 exclusive diamonds in a row', through(twelve, 100), 'ms', 10],
    ['100 exclusive diamonds in a row', ofHundred, 'ms', 50],
    ['200 diamonds, times 100 diamonds', through(twoHundred, 15) / ofHundred, '×', 3],
  ];
};

const compileFigures = async () => {
  const [hundred, nineHundred] = await Promise.all([100, 900].map((count) => read(chainOfUserTasks(count))));
  const compiling = (definition) => medianMicroseconds(30, () => compileProcess({ ...definition })) / 1000;
  const ofHundred = compiling(hundred);
  return [
    ['compile 100 nodes', ofHundred, 'ms', 20],
    ['compile 900 nodes, times 100 nodes', compiling(nineHundred) / ofHundred, '×', 15],
  ];
};

const widthFigures = async () => {
  const each = compileProcess(await read(tasksForEach()));
  const begin = (count) => {
    const liste = Array.from({ length: count }, (_, index) => index);
    return medianMicroseconds(7, () => started(each, { liste })) / 1000;
  };
  begin(200);
  const ofHundred = begin(100);
  return [['1,000 parallel bodies begin, times 100 bodies', begin(1_000) / ofHundred, '×', 20]];
};

const feelFigures = async () => {
  const variables = { n: 4, svar: 'ja', person: { alder: 34 } };
  const source = 'n > 3 and svar = "ja" and person.alder >= 18';
  const thousandTimes = () => {
    for (let index = 0; index < 1_000; index += 1) evaluate(source, variables);
  };
  thousandTimes();
  return [['a condition in FEEL evaluated', medianMicroseconds(30, thousandTimes) / 1_000, 'µs', 20]];
};

/** Every figure of ours as `[name, value, unit, goal]`. */
export async function measureOurEngine() {
  const figures = [];
  for (const measure of [taskFigures, gatewayFigures, compileFigures, widthFigures, feelFigures]) {
    figures.push(...(await measure()));
  }
  return figures;
}
