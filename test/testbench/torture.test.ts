import fc from 'fast-check';
import { flow, flows, userTask } from '../support/bpmn-xml.js';
import { operations } from '../../src/testbench/operations/operations.js';
import { BenchLine } from './bench-line.js';
import { boundary, catching, end, on, processes, service, start, throwing, timer } from './models.js';

const model = processes(
  {
    p: `${start('s')}<parallelGateway id="g"/>${userTask('t')}${boundary('b', 't', timer('timeDuration', 'PT1H'))}${service('w', 'pay')}${boundary('x', 'w', on('error', 'er'))}${catching('m', on('message', 'msg'))}${catching('c', on('signal', 'sig'))}${throwing('th', on('signal', 'sig'))}<callActivity id="call" calledElement="q"/>${end('e')}${flows('s > g > t > e', 'b > e', 'g > w > call > e', 'x > e', 'g > m > th > e', 'g > c > e')}`,
    q: `${start('s1')}${userTask('t1')}<exclusiveGateway id="g1"/>${end('e1')}${end('f1')}${flows('s1 > t1 > g1')}${flow('g1', 'e1', 'x > 1')}${flow('g1', 'f1', 'x < 1')}`,
    r: `${start('s2', on('message', 'begin'))}${userTask('t2')}${end('e2')}${flows('s2 > t2 > e2')}`,
    z: `${start('s3', timer('timeCycle', 'R/PT6H'))}${end('e3')}${flows('s3 > e3')}`,
  },
  '<message id="msg" name="msg"/><message id="begin" name="begin"/><signal id="sig" name="sig"/><error id="er" errorCode="E"/>',
);

const instances = ['p:1', 'p:2', 'q:3', 'p:1-30', 'r:4', 'nobody'];
const parts = Array.from({ length: 60 }, (_, at) => `p:1-${at}`);
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'p',
    'q',
    'r',
    's',
    't',
    'm',
    'b',
    'msg',
    'sig',
    'begin',
    'E',
    'PT2H',
    'P1D',
    'R/PT1S',
  ),
  fc.constantFrom(...instances, ...parts),
  fc.string(),
);
const anyValue = fc.oneof(
  anyText,
  anyText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.nat(100),
  fc.dictionary(anyText, fc.jsonValue()),
);
const fields = [
  ...['clock', 'options', 'files', 'file', 'process', 'version', 'element', 'variables', 'businessKey', 'name'],
  ...['correlationKey', 'instance', 'job', 'task', 'code', 'message', 'state', 'user', 'retries', 'timer', 'duration'],
  ...[
    'at',
    'children',
    'scope',
    'incident',
    'mapping',
    'cancel',
    'start',
    'expression',
    'decision',
    'context',
    'typed',
  ],
] as const;
const anyRequest = fc
  .tuple(
    fc.constantFrom(...[...operations.keys()].filter((op) => op !== 'reset'), 'nope'),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...fields), anyValue), { maxLength: 6, selector: ([name]) => name }),
    fc.tuple(
      fc.constantFrom(...instances),
      fc.constantFrom(...parts),
      fc.constantFrom('t', 'm', 'w', 'c', 'b', 'call'),
    ),
  )
  // What an op needs is most often there: else nothing but refusals would be seen.
  .map(([op, given, [instance, part, element]]) => {
    const likely = {
      process: 'p',
      instance,
      element,
      task: part,
      job: part,
      timer: part,
      incident: part,
      user: 'kari',
      code: 'E',
    };
    return JSON.stringify({
      id: 1,
      op,
      ...likely,
      name: 'msg',
      duration: 'PT3H',
      start: [element],
      cancel: [element],
      ...Object.fromEntries(given),
    });
  });
const anyLine = fc.oneof({ weight: 9, arbitrary: anyRequest }, { weight: 1, arbitrary: fc.string() });

// A night's worth: TORTURE_RUNS=10000 npm test -- test/testbench/torture
const numRuns = Number(process.env['TORTURE_RUNS'] ?? 2_000);

describe('whatever is asked', () => {
  it(`${numRuns} random requests are each answered in time, and break no law`, async () => {
    const slowest = { milliseconds: 0 };
    const violations: unknown[] = [];
    const lines = fc.sample(anyLine, { numRuns, seed: Number(process.env['TORTURE_SEED'] ?? 20_260_105) });
    let bench = new BenchLine();
    for (const [at, line] of lines.entries()) {
      if (at % 100 === 0) {
        bench = new BenchLine();
        await bench.deploy(model);
        await bench.start('p', { variables: { x: 2 } });
      }
      const begun = performance.now();
      const answer = await bench.line(line);
      slowest.milliseconds = Math.max(slowest.milliseconds, performance.now() - begun);
      if (answer.error?.code === 'DEFECT') throw new Error(`${line}: ${answer.error.message}`);
      if (at % 100 === 99) violations.push(...(await bench.violations()));
    }
    expect(violations).toEqual([]);
    expect(slowest.milliseconds).toBeLessThan(9_500);
  }, 240_000);
});
