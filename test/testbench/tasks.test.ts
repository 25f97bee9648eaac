import { flows, processXml, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { end, start } from './models.js';

async function withTask(attributes = '', content = ''): Promise<{ bench: BenchLine; instance: string; task: string }> {
  const bench = new BenchLine();
  await bench.deploy(processXml(`${start('s')}${userTask('t', content, attributes)}${end('e')}${flows('s > t > e')}`));
  const instance = await bench.start('prosess', { variables: { x: 1 } });
  return { bench, instance, task: (await bench.do('tasks')).tasks[0]?.id ?? '' };
}

describe('tasks of the bench', () => {
  it('tells everything about an open task', async () => {
    const { bench, instance, task } = await withTask('', '<documentation>Les søknaden.</documentation>');

    expect((await bench.do('tasks', { instance })).tasks).toEqual([
      {
        id: task,
        element: 't',
        name: 't',
        description: 'Les søknaden.',
        instance,
        process: 'prosess',
        assignee: null,
        owner: null,
        candidateUsers: [],
        candidateGroups: ['hvk'],
        priority: null,
        dueAt: null,
        followUpAt: null,
        form: null,
        state: 'created',
        variables: { x: 1 },
      },
    ]);
  });

  it('is claimed, given back, assigned and completed', async () => {
    const { bench, instance, task } = await withTask();

    expect(await bench.do('claim', { task, user: 'kari' })).toMatchObject({ assignee: 'kari', task: { id: task } });
    expect(await bench.refusal('claim', { task, user: 'ola' })).toBe('USER_TASK_CLAIMED');
    expect(await bench.do('unclaim', { task, user: 'kari' })).toMatchObject({ assignee: null, state: 'created' });
    expect(await bench.do('assign', { task, user: 'liv' })).toMatchObject({ assignee: 'liv', state: 'assigned' });
    expect(await bench.do('assign', { task, user: 'ola' })).toMatchObject({ assignee: 'ola' });
    await bench.do('complete', { task, variables: { y: 2 } });

    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { x: 1, y: 2 } });
  });

  it('is completed without anybody having claimed it', async () => {
    const { bench, instance, task } = await withTask();

    expect(await bench.do('complete', { task })).toEqual({ id: expect.anything(), ok: true });
    expect((await bench.do('instance', { instance })).state).toBe('completed');
  });

  it('is found by its state once it has ended', async () => {
    const { bench, instance, task } = await withTask();
    await bench.do('claim', { task, user: 'kari' });
    await bench.do('complete', { task });
    const other = await bench.start('prosess');
    await bench.do('cancel', { instance: other });

    expect((await bench.do('tasks')).tasks).toEqual([]);
    expect((await bench.do('tasks', { state: 'completed' })).tasks).toMatchObject([
      { id: task, instance, assignee: 'kari', state: 'completed' },
    ]);
    expect((await bench.do('tasks', { state: 'cancelled' })).tasks).toMatchObject([
      { instance: other, state: 'cancelled' },
    ]);
  });

  it.each(['claim', 'unclaim', 'assign', 'complete'])('%s of a task that is not there is NOT_FOUND', async (op) => {
    const { bench, task } = await withTask();
    await bench.do('complete', { task });

    expect(await bench.refusal(op, { task, user: 'kari' })).toBe('NOT_FOUND');
    expect(await bench.refusal(op, { task: 'nothing', user: 'kari' })).toBe('NOT_FOUND');
    expect(await bench.refusal(op, {})).toBe('BAD_REQUEST');
  });

  it('reads FEEL values in what is given', async () => {
    const { bench, instance, task } = await withTask();

    await bench.do('complete', {
      task,
      variables: { on: { $feel: 'date("2026-01-05")' }, list: [{ $feel: '1 + 1' }] },
    });

    expect((await bench.do('variables', { instance })).variables).toEqual({ x: 1, on: '2026-01-05', list: [2] });
  });

  it('refuses variables that are no object, or FEEL that has no value', async () => {
    const { bench, task } = await withTask();

    expect(await bench.refusal('complete', { task, variables: [1] })).toBe('BAD_REQUEST');
    expect(await bench.refusal('complete', { task, variables: { a: { $feel: '1 +' } } })).toBe('BAD_REQUEST');
    expect((await bench.do('tasks')).tasks).toHaveLength(1);
  });
});
