import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testFolder, type FolderReport } from '../../src/testbench/scenario/test-folder.js';
import { flow, flows, processXml, userTask } from '../support/bpmn-xml.js';
import { boundary, end, on, processes, service, start, timer } from './models.js';

const model = processes(
  {
    order: `${start('s')}${userTask('check')}<exclusiveGateway id="ok"/>${service('pay', 'pay')}${boundary('broke', 'pay', on('error', 'er'))}${end('paid')}${end('refused')}${end('failed')}${boundary('late', 'check', timer('timeDuration', 'P3D'))}${end('forgotten')}${flows('s > check > ok', 'broke > failed', 'pay > paid', 'late > forgotten')}${flow('ok', 'pay', 'good')}${flow('ok', 'refused', 'not(good)')}`,
  },
  '<error id="er" errorCode="BROKE"/>',
);

async function run(scenarios: string, svgs?: string): Promise<FolderReport & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  await writeFile(join(folder, 'order.bpmn'), model);
  await writeFile(join(folder, 'order.scenario.yaml'), scenarios);
  return { ...(await testFolder(folder, svgs === undefined ? undefined : join(folder, svgs))), folder };
}

const good = `
scenarios:
  - name: a good order is paid
    given: { process: order, variables: { good: true }, jobs: { pay: { sum: 3 } } }
    when:
      - complete: check
    then: { state: completed, passed: [paid, check-ok], notPassed: [refused], variables: { sum: 3 } }
  - name: a bad order is refused
    given: { process: order }
    when:
      - claim: check
        by: kari
      - complete: check
        with: { good: false }
    then: { state: completed, passed: [refused] }
  - name: nobody looks for three days
    given: { process: order }
    when:
      - advance: P2D
      - then: { tasks: [check], standing: [check] }
      - until: late
    then: { state: completed, passed: [late, forgotten] }
  - name: the payment fails, is tried again, and breaks
    given: { process: order, variables: { good: true } }
    when:
      - complete: check
      - fail: pay
        message: no answer
      - then: { state: incident, incidents: [JOB_FAILED pay] }
      - resolve: pay
      - error: pay
        code: BROKE
    then: { state: completed, passed: [failed] }
`;

describe('scenarios', () => {
  it('hold, and say what they have covered', async () => {
    const { text, holds } = await run(good);

    expect(text).toContain('✓ a good order is paid');
    expect(text).toContain('order: nodes 10 of 10 (100 %), flows 7 of 7 (100 %)');
    expect(text).toContain('4 scenarios hold');
    expect(holds).toBe(true);
  });

  it.each([
    ['state: active', 'Expected state to be "active", but it is "completed"'],
    ['passed: [refused]', "Expected 'refused' to have been passed, but it was not"],
    ['notPassed: [paid]', "Expected 'paid' not to have been passed, but it was"],
    ['standing: [check]', 'Expected standing to be ["check"], but it is []'],
    ['variables: { sum: 4 }', "Expected variable 'sum' to be 4, but it is 3"],
    ['process: other', "Expected an instance of 'other', but there is none"],
    [
      'stat: completed',
      "Expected one of process, state, standing, passed, notPassed, tasks, incidents, variables, but got 'stat'",
    ],
  ])('with `%s` where it is not so say: %s', async (then, problem) => {
    const { text, holds } = await run(`
scenarios:
  - name: x
    given: { process: order, variables: { good: true }, jobs: { pay: { sum: 3 } } }
    when: [{ complete: check }]
    then: { ${then} }`);

    expect(text).toContain(problem);
    expect(text).toContain('1 of 1 scenarios do not hold');
    expect(holds).toBe(false);
  });

  it.each([
    ['complete: nothing', "Expected something open on 'nothing', but there is nothing (what is open: check)"],
    ['message: paid', "Expected somebody to take the message 'paid', but nobody waits for it"],
    ['dance: check', 'Expected a step that begins with one of then, complete'],
    ['complete: check, whith: 3', "Expected one of complete, with, but got 'whith'"],
    ['advance: tomorrow', "Expected 'duration' to be an ISO 8601 duration"],
  ])('with the step `%s` say: %s', async (step, problem) => {
    const { text, holds } = await run(`
scenarios:
  - name: x
    given: { process: order }
    when: [{ ${step} }]
    then: { state: active }`);

    expect(text).toContain(problem);
    expect(holds).toBe(false);
  });

  it.each(['scenarios: [', 'no: scenarios', '- a list', 'scenarios: [{ name: x }]'])(
    'that cannot be read are told in the report: %s',
    async (content) => {
      const { text, holds } = await run(content);

      expect(text).toMatch(/✗ \S/);
      expect(holds).toBe(false);
    },
  );

  it('draw what they cover, as a list where a process has no diagram', async () => {
    const { folder } = await run(good, 'svgs');
    const svg = await readFile(join(folder, 'svgs', 'order.coverage.svg'), 'utf8');

    expect(svg).toContain('<g data-element-id="check">');
    expect(svg).toContain('10 of 10 (100 %) nodes');
  });

  it('are refused by name where the folder has none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
    await writeFile(join(folder, 'p.bpmn'), processXml(''));

    const { text, holds } = await testFolder(folder);

    expect(text).toContain('no file *.scenario.yaml was found');
    expect(holds).toBe(false);
  });
});
