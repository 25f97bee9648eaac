import { flows, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { catching, end, on, processes, start, throwing } from './models.js';

const paid = '<message id="paid" name="paid"/>';

const waits = (key: string, correlation = ''): string =>
  processes(
    {
      [key]: `${start('s')}${catching('wait', on('message', 'paid').replace('/>', `${correlation}/>`))}${end('e')}${flows('s > wait > e')}`,
    },
    paid,
  );

describe('messages of the bench', () => {
  it('a message without a key is for who waits without a key, and is lost when nobody does', async () => {
    const bench = new BenchLine();
    await bench.deploy(waits('p'));

    expect((await bench.do('message', { name: 'paid' })).correlated).toEqual([]);
    const instance = await bench.start('p');
    expect((await bench.do('message', { name: 'paid' })).correlated).toEqual([instance]);
    expect((await bench.do('instance', { instance })).state).toBe('completed');
  });

  it('a message with a key waits for somebody to take it', async () => {
    const bench = new BenchLine();
    await bench.deploy(waits('p'));
    await bench.do('message', { name: 'paid', correlationKey: 'a', variables: { sum: 7 } });

    const instance = await bench.start('p');

    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { sum: 7 } });
  });

  it('starts a process by its message start event, with the key as business key', async () => {
    const bench = new BenchLine();
    await bench.deploy(
      processes({ p: `${start('s', on('message', 'paid'))}${userTask('t')}${end('e')}${flows('s > t > e')}` }, paid),
    );

    const { correlated } = await bench.do('message', { name: 'paid', correlationKey: 'A1', variables: { x: 1 } });

    const { instances } = await bench.do('instances');
    expect(instances).toEqual([{ id: correlated[0], process: 'p', version: 1, businessKey: 'A1', state: 'active' }]);
  });

  it('goes along a message flow, and is kept until its target waits', async () => {
    const bench = new BenchLine();
    const collaboration =
      '<collaboration id="c"><participant id="pa" processRef="a"/><participant id="pb" processRef="b"/>' +
      '<messageFlow id="m" sourceRef="send" targetRef="get"/></collaboration>';
    await bench.deploy(
      processes(
        {
          a: `${start('s')}${throwing('send', on('message', 'paid'))}${end('e')}${flows('s > send > e')}`,
          b: `${start('s2')}${userTask('t')}${catching('get', on('message', 'paid'))}${end('e2')}${flows('s2 > t > get > e2')}`,
        },
        paid + collaboration,
      ),
    );
    const receiver = await bench.start('b');
    await bench.start('a', { variables: { sum: 3 } });
    const [task] = (await bench.do('tasks')).tasks;

    await bench.do('complete', { task: task?.id });

    expect((await bench.do('instance', { instance: receiver })).state).toBe('completed');
    expect(await bench.violations()).toEqual([]);
  });
});
