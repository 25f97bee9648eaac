import { documentXml, flows, processXml, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { end, processes, start } from './models.js';

const simple = (task: string): string =>
  processXml(`${start('s')}${userTask(task)}${end('e')}${flows(`s > ${task} > e`)}`);

const discount = (rate: string): string => `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="rules">
  <inputData id="sum" name="sum"><variable name="sum" typeRef="number"/></inputData>
  <decision id="discount" name="Discount"><variable name="Discount"/>
    <informationRequirement id="r"><requiredInput href="#sum"/></informationRequirement>
    <literalExpression id="l"><text>${rate}</text></literalExpression></decision>
</definitions>`;

const ask = '<businessRuleTask id="ask" boligflyt:decision="discount" boligflyt:resultVariable="rate"/>';

describe('deploying', () => {
  it('counts the versions of a process, and an unchanged file keeps its version', async () => {
    const bench = new BenchLine();

    expect((await bench.deploy(simple('a'))).processes).toEqual([{ key: 'prosess', version: 1 }]);
    expect((await bench.deploy(simple('b'))).processes).toEqual([{ key: 'prosess', version: 2 }]);
    expect((await bench.deploy(simple('b'))).processes).toEqual([{ key: 'prosess', version: 2 }]);
  });

  it('starts the latest version, or the one that is asked for', async () => {
    const bench = new BenchLine();
    await bench.deploy(simple('a'));
    await bench.deploy(simple('b'));

    expect(await bench.standing(await bench.start('prosess'))).toEqual(['b']);
    expect(await bench.standing(await bench.start('prosess', { version: 1 }))).toEqual(['a']);
    expect(await bench.refusal('start', { process: 'prosess', version: 3 })).toBe('NOT_FOUND');
  });

  it('deploys nothing of a set in which one file is wrong, and names the element', async () => {
    const bench = new BenchLine();
    const broken = processXml(`${start('s')}${end('e')}<sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/>`);

    const { ok, error } = await bench.ask('deploy', {
      files: [
        { name: 'a', content: simple('a') },
        { name: 'b', content: broken },
      ],
    });

    expect(ok).toBe(false);
    expect(error?.element).toBeDefined();
    expect(await bench.refusal('start', { process: 'prosess' })).toBe('NOT_FOUND');
  });

  it.each([
    ['no XML at all', 'hello'],
    ['XML of another kind', '<a/>'],
    ['an empty document', documentXml('')],
    ['JSON that is no form', '{"a": 1}'],
    ['a doctype', '<!DOCTYPE a [<!ENTITY b "c">]><definitions/>'],
  ])('refuses %s with a code', async (_, content) => {
    const bench = new BenchLine();

    const answer = await bench.ask('deploy', { files: [{ name: 'x', content }] });

    expect(answer).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^[A-Z_]+$/) } });
  });

  it('refuses a process that is in two files of a set', async () => {
    const files = [simple('a'), simple('b')].map((content, at) => ({ name: `${at}`, content }));

    expect(await new BenchLine().refusal('deploy', { files })).toBe('PROCESS_TWICE');
  });

  it('tells a form by its content', async () => {
    const bench = new BenchLine();
    const form = JSON.stringify({ $id: 'vedtak', type: 'object', properties: {} });

    expect((await bench.deploy(form)).ok).toBe(true);
  });

  it('deploys decisions with versions, and a business rule task asks the latest', async () => {
    const bench = new BenchLine();
    const process = processXml(`${start('s')}${ask}${end('e')}${flows('s > ask > e')}`);

    expect((await bench.deploy(process, discount('if sum > 100 then 10 else 0'))).decisions).toEqual([
      { key: 'discount', version: 1 },
    ]);
    const first = await bench.start('prosess', { variables: { sum: 200 } });
    await bench.deploy(discount('sum / 10'));
    const second = await bench.start('prosess', { variables: { sum: 200 } });

    expect((await bench.do('variables', { instance: first })).variables).toEqual({ sum: 200, rate: 10 });
    expect((await bench.do('variables', { instance: second })).variables).toEqual({ sum: 200, rate: 20 });
  });

  it('refuses a decision that does not compile, and with `decisions: lenient` evaluates it to null', async () => {
    const bench = new BenchLine();
    const files = [{ name: 'd.dmn', content: discount('sum +') }];

    expect(await bench.refusal('deploy', { files })).not.toBe('');
    const { warnings } = await bench.do('deploy', { files, options: { decisions: 'lenient' } });
    const { value, warnings: reasons } = await bench.do('evaluate', { decision: 'discount', context: { sum: 1 } });

    expect(warnings).toHaveLength(1);
    expect(value).toBeNull();
    expect(reasons.length).toBeGreaterThan(0);
  });
});

describe('options', () => {
  const script = processXml(
    `${start('s')}<scriptTask id="c" scriptFormat="python"><script>x = 1</script></scriptTask>${end('e')}${flows('s > c > e')}`,
  );

  it('`scripts: jobs` gives a script in another language to a worker, source and all', async () => {
    const bench = new BenchLine();
    const files = [{ name: 'p', content: script }];
    expect(await bench.refusal('deploy', { files })).toBe('MODEL_SCRIPT_FORBIDDEN');

    await bench.do('deploy', { files, options: { scripts: 'jobs' } });
    const instance = await bench.start('prosess');
    const [job] = (await bench.do('jobs')).jobs;

    expect(job).toMatchObject({ type: 'script:python', instance, element: 'c', headers: { source: 'x = 1' } });
  });

  it('`manualTasks: wait` lets a manual task wait until it is triggered', async () => {
    const bench = new BenchLine();
    const manual = processXml(`${start('s')}<manualTask id="m"/>${end('e')}${flows('s > m > e')}`);
    await bench.deploy(manual);
    const passed = await bench.start('prosess');
    expect((await bench.do('instance', { instance: passed })).state).toBe('completed');

    await bench.do('reset', { options: { manualTasks: 'wait' } });
    await bench.deploy(manual);
    const instance = await bench.start('prosess');
    expect((await bench.do('waiting', { instance })).waiting).toEqual([{ instance, element: 'm', kind: 'manual' }]);
    await bench.do('trigger', { instance, element: 'm', variables: { done: true } });

    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { done: true } });
  });

  it('`jobs: auto` completes every job at once', async () => {
    const bench = new BenchLine();
    await bench.do('reset', { options: { jobs: 'auto' } });
    await bench.deploy(
      processes({
        p: `${start('s')}<serviceTask id="a" boligflyt:jobType="x"/><serviceTask id="b" boligflyt:jobType="y"/>${end('e')}${flows('s > a > b > e')}`,
      }),
    );

    const instance = await bench.start('p');

    expect((await bench.do('instance', { instance })).state).toBe('completed');
  });

  it('`dialect: zeebe` reads the task definition of Zeebe', async () => {
    const bench = new BenchLine();
    const zeebe = processXml(
      `${start('s')}<serviceTask id="a"><extensionElements><zeebe:taskDefinition xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" type="pay" retries="5"/></extensionElements></serviceTask>${end('e')}${flows('s > a > e')}`,
    );
    await bench.do('deploy', { files: [{ name: 'z', content: zeebe }], options: { dialect: 'zeebe' } });
    await bench.start('prosess');

    expect((await bench.do('jobs')).jobs).toMatchObject([{ type: 'pay', retries: 5 }]);
  });

  it('`dialect: camunda7` reads the assignee and the condition of Camunda', async () => {
    const bench = new BenchLine();
    const camunda = processXml(
      `${start('s')}<userTask id="t" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:assignee="\${who}"/>${end('e')}${flows('s > t > e')}`,
    );
    await bench.do('deploy', { files: [{ name: 'c', content: camunda }], options: { dialect: 'camunda7' } });
    await bench.start('prosess', { variables: { who: 'ola' } });

    expect((await bench.do('tasks')).tasks).toMatchObject([{ assignee: 'ola', state: 'assigned' }]);
  });

  it('holds until the next reset', async () => {
    const bench = new BenchLine();
    await bench.do('reset', { options: { scripts: 'jobs' } });
    expect((await bench.deploy(script)).ok).toBe(true);

    await bench.do('reset');

    expect(await bench.refusal('deploy', { files: [{ name: 'p', content: script }] })).toBe('MODEL_SCRIPT_FORBIDDEN');
  });
});
