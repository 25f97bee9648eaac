// What the engine costs in memory: `npm run bench:engine` after `npm run build:server`.
// Writes bench/results/engine-<date>.json; figures are medians of several rounds in one process.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
  compileProcess,
  decide,
  deserializeInstance,
  evolve,
  readBpmn,
  serializeInstance,
} from '../dist/engine/index.js';

const at = '2026-11-25T08:00:00.000Z';
const kari = { id: 'kari', groups: ['hvk'] };

const bpmn = (nodes, flows) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="modell" targetNamespace="https://boligflyt.no">
<bpmn:process id="maaling" name="Måling" isExecutable="true">
${nodes.join('\n')}
${flows.map(([source, target, condition], index) => `<bpmn:sequenceFlow id="flyt-${index}" sourceRef="${source}" targetRef="${target}">${condition ? `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>` : ''}</bpmn:sequenceFlow>`).join('\n')}
</bpmn:process></bpmn:definitions>`;

/** A start, so many user tasks in a row, an end. */
function chainOfUserTasks(count) {
  const tasks = Array.from({ length: count }, (_, index) => `oppgave-${index}`);
  const path = ['start', ...tasks, 'slutt'];
  const nodes = [
    '<bpmn:startEvent id="start"/>',
    ...tasks.map(
      (id) =>
        `<bpmn:userTask id="${id}" name="${id}" boligflyt:candidateGroups="hvk" boligflyt:assignee="=&quot;kari&quot;"/>`,
    ),
    '<bpmn:endEvent id="slutt"/>',
  ];
  return bpmn(
    nodes,
    path.slice(1).map((target, index) => [path[index], target]),
  );
}

/** A start, so many pairs of exclusive gateways with two ways between them, a user task, an end. */
function chainOfDiamonds(count) {
  const nodes = ['<bpmn:startEvent id="start"/>'];
  const flows = [];
  let last = 'start';
  for (let index = 0; index < count; index += 1) {
    const [split, join] = [`valg-${index}`, `samling-${index}`];
    nodes.push(
      `<bpmn:exclusiveGateway id="${split}"/><bpmn:exclusiveGateway id="${join}"/><bpmn:task id="over-${index}"/><bpmn:task id="under-${index}"/>`,
    );
    flows.push(
      [last, split],
      [split, `over-${index}`, '=n &gt; 1'],
      [split, `under-${index}`, '=n &lt;= 1'],
      [`over-${index}`, join],
      [`under-${index}`, join],
    );
    last = join;
  }
  nodes.push('<bpmn:endEvent id="slutt"/>');
  return bpmn(nodes, [...flows, [last, 'slutt']]);
}

async function read(xml) {
  const reading = await readBpmn(xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics.slice(0, 3)));
  return { ...reading.definitions[0], version: 1 };
}

function after(instance, command, process) {
  const decision = decide(instance, command, { process, deadlineRegister: [] });
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
  return decision.events.reduce(evolve, instance);
}

const started = (process, variables = {}) =>
  after(undefined, { type: 'StartProcessInstance', processInstanceId: 'sak', variables, actor: kari, at }, process);

function completeFirst(instance, process) {
  const [task] = instance.userTasks.values();
  return after(
    instance,
    { type: 'CompleteUserTask', userTaskId: task.id, variables: { svar: 'ja' }, actor: kari, at },
    process,
  );
}

function medianMicroseconds(rounds, work) {
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return (performance.now() - from) * 1000;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)];
}

async function measure() {
  const twenty = compileProcess(await read(chainOfUserTasks(20)));
  const hundred = compileProcess(await read(chainOfUserTasks(101)));
  const diamonds = compileProcess(await read(chainOfDiamonds(100)));
  const unread = await read(chainOfUserTasks(100));

  const inARow = () => {
    let instance = started(twenty);
    while (instance.state === 'active') instance = completeFirst(instance, twenty);
  };
  let late = started(hundred);
  for (let index = 0; index < 100; index += 1) late = completeFirst(late, hundred);
  const saved = JSON.stringify(serializeInstance(late));
  for (let index = 0; index < 200; index += 1) inARow();

  return [
    { name: 'one user task completed, 20 in a row', value: medianMicroseconds(500, inARow) / 20, unit: 'µs', goal: 60 },
    {
      name: '100 exclusive diamonds in a row',
      value: medianMicroseconds(30, () => started(diamonds, { n: 2 })) / 1000,
      unit: 'ms',
      goal: 50,
    },
    { name: 'state saved at a user task after 100 tasks', value: saved.length / 1024, unit: 'kB', goal: 4 },
    {
      name: 'restore and one step',
      value: medianMicroseconds(300, () => completeFirst(deserializeInstance(JSON.parse(saved)), hundred)) / 1000,
      unit: 'ms',
      goal: 1,
    },
    {
      name: 'compile 100 nodes',
      value: medianMicroseconds(30, () => compileProcess({ ...unread })) / 1000,
      unit: 'ms',
      goal: 20,
    },
  ].map((figure) => ({ ...figure, value: Number(figure.value.toPrecision(3)), met: figure.value <= figure.goal }));
}

const figures = await measure();
const [cpu] = cpus();
const result = {
  at: new Date().toISOString(),
  machine: `${cpus().length} × ${cpu?.model}`,
  versions: { node: process.version },
  figures,
};
mkdirSync('bench/results', { recursive: true });
writeFileSync(`bench/results/engine-${result.at.slice(0, 10)}.json`, `${JSON.stringify(result, null, 2)}\n`);
console.table(figures);
