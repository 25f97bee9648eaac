import type { MessageToSend } from '../../src/runtime/messages/message-ports.js';
import { idOf } from '../../src/shared/id.js';
import { begunByShout, messageWorldOn } from '../support/message-world.js';
import type { MessageWorld } from '../support/message-world.js';
import { implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const actor = { id: idOf<'Actor'>('kari'), groups: [] };
const shout: MessageToSend = { name: 'rop', variables: { ord: 'hei' }, actor, isBroadcast: false };

describe.each(implementations)('messages on their way, on %s', (_name, createWorld) => {
  let world: StoreWorld;
  let play: MessageWorld;
  beforeEach(async () => {
    world = await createWorld();
    play = await messageWorldOn(world);
  }, 180_000);
  afterEach(() => world.stop());

  it('a letter that comes before its case waits is taken when the case does, with what it carries', async () => {
    const sent = await play.send({ message: 'brev', key: '7', variables: { svar: 'ja' } });
    expect(sent).toMatchObject({ correlated: [], isKept: true, expiresAt: '2026-12-23T09:00:00.000Z' });

    await play.start('to-brev', 'sak-7', { nummer: '7' });
    await play.settle();

    expect(await play.at('sak-7')).toBe('sist');
    expect(await play.variables('sak-7')).toMatchObject({ svar: 'ja' });
  });

  it('two letters with one key come in the order in which they were sent, a third waits for the next case', async () => {
    for (const nr of [1, 2, 3]) await play.send({ message: 'brev', key: '7', variables: { [`nr${nr}`]: true, nr } });

    await play.start('to-brev', 'sak-7', { nummer: '7' });
    await play.settle();
    expect(await play.variables('sak-7')).toEqual({ nummer: '7', nr1: true, nr2: true, nr: 2 });
    await play.start('to-brev', 'sak-8', { nummer: '7' });
    await play.settle();

    expect(await play.at('sak-8')).toBe('sist');
    expect(await play.variables('sak-8')).toMatchObject({ nr: 3 });
  });

  it('a new letter waits behind an older one with its key', async () => {
    await play.send({ message: 'brev', key: '7', variables: { nr: 1 } });
    await play.start('to-brev', 'sak-7', { nummer: '7' });

    const sent = await play.send({ message: 'brev', key: '7', variables: { nr: 2, nr2: true } });

    expect(sent).toMatchObject({ correlated: ['sak-7'], isKept: false });
    expect(await play.at('sak-7')).toBe('completed');
    expect(await play.variables('sak-7')).toMatchObject({ nr: 2, nr2: true });
  });

  it('keys are kept apart: a letter with key 8 is nothing to the case with key 7', async () => {
    await play.start('to-brev', 'sak-7', { nummer: '7' });
    await play.send({ message: 'brev', key: '8' });
    await play.settle();

    expect(await play.at('sak-7')).toBe('forst');
  });

  it('of two who wait the longest waiting one takes a message, and the other the next', async () => {
    await play.start('lytter', 'forst', {});
    await world.clock.moveTo(trondheim, '2026-11-23T09:00:01.000Z');
    await play.start('lytter', 'senere', {});

    expect(await play.send({ message: 'rop' })).toMatchObject({ correlated: ['forst'] });
    expect(await play.send({ message: 'rop' })).toMatchObject({ correlated: ['senere'] });
  });

  it('who asks for no key takes a message with one', async () => {
    await play.start('lytter', 'sak-1', {});

    expect(await play.send({ message: 'rop', key: '7' })).toMatchObject({ correlated: ['sak-1'] });
  });

  it('a message without a key is for who waits now; with a life of ten minutes it is kept for ten minutes', async () => {
    expect(await play.send({ message: 'rop' })).toMatchObject({ correlated: [], isKept: false });
    await play.send({ message: 'rop', timeToLive: 'PT10M' });
    await world.clock.moveTo(trondheim, '2026-11-23T09:09:59.999Z');
    await play.start('lytter', 'sak-1', {});
    await play.settle();
    expect(await play.at('sak-1')).toBe('completed');

    await play.send({ message: 'rop', timeToLive: 'PT10M' });
    await world.clock.moveTo(trondheim, '2026-11-23T09:19:59.999Z');
    await play.start('lytter', 'sak-2', {});
    await play.settle();
    expect(await play.at('sak-2')).toBe('hor');
  });

  it('the sweep ends the life of one message that nobody took, and of none that still may be', async () => {
    await play.send({ message: 'rop', timeToLive: 'PT10M' });
    await play.send({ message: 'rop', timeToLive: 'PT20M' });
    await world.clock.moveTo(trondheim, '2026-11-23T09:10:00.000Z');

    expect(await world.messageBuffer.sweep(orkland)).toBe(0);
    expect(await world.messageBuffer.sweep(trondheim)).toBe(1);
    expect(await world.messageBuffer.sweep(trondheim)).toBe(0);
  });

  it('the same message id is answered with the first answer and does nothing', async () => {
    await play.start('to-brev', 'sak-7', { nummer: '7' });
    const letter = { message: 'brev', key: '7', messageId: 'post-1' };

    const first = await play.send(letter);
    const again = await play.send({ ...letter, variables: { endret: true } });

    expect(again).toEqual(first);
    expect(again.correlated).toEqual(['sak-7']);
    expect(await play.at('sak-7')).toBe('sist');
  });

  it('a message id is remembered for the life of the message, and for a day where that is shorter', async () => {
    const ids = async (): Promise<string> =>
      (await world.messageBuffer.keep(trondheim, { ...shout, messageId: 'a' })).id;
    const first = await ids();
    await world.messageBuffer.settle(
      trondheim,
      (await world.messageBuffer.keep(trondheim, { ...shout, messageId: 'a' })).id,
    );

    await world.clock.moveTo(trondheim, '2026-11-24T08:59:59.999Z');
    expect(await ids()).toBe(first);
    await world.clock.moveTo(trondheim, '2026-11-24T09:00:00.000Z');
    expect(await ids()).not.toBe(first);
  });

  it('message ids are each municipality’s and each message’s own', async () => {
    const kept = await world.messageBuffer.keep(trondheim, { ...shout, messageId: 'a' });
    const other = await world.messageBuffer.keep(trondheim, { ...shout, name: 'brev', messageId: 'a' });
    const elsewhere = await world.messageBuffer.keep(orkland, { ...shout, variables: {}, messageId: 'a' });

    expect(other.id).not.toBe(kept.id);
    expect(elsewhere).toMatchObject({ variables: {}, state: 'waiting' });
  });

  it('a broadcast comes to all three who wait, and starts what begins by it', async () => {
    await play.deploy(begunByShout);
    for (const id of ['en', 'to', 'tre']) await play.start('lytter', id, {});

    const sent = await play.send({ message: 'rop', isBroadcast: true, variables: { ord: 'brann' } });

    expect([...sent.correlated].sort()).toEqual(['en', 'to', 'tre']);
    expect(sent.started).toHaveLength(1);
    expect(await play.variables('to')).toEqual({ ord: 'brann' });
    await play.settle();
    expect(await play.send({ message: 'rop', isBroadcast: true })).toMatchObject({ correlated: [], isKept: false });
  });

  it('a broadcast that was cut off goes on to the others who waited, not to who came later', async () => {
    for (const id of ['en', 'to']) await play.start('lytter', id, {});
    const kept = await world.messageBuffer.keep(trondheim, { ...shout, isBroadcast: true });
    const [first] = await world.messages.waitingFor(trondheim, kept, { except: [], limit: 1 });
    if (first === undefined) throw new Error('Expected two to wait');
    await world.store.change(trondheim, [
      {
        tenant: trondheim,
        processInstanceId: first.processInstanceId,
        command: { type: 'CorrelateMessage', subscriptionId: first.id, variables: kept.variables, actor },
        takes: { id: kept.id, receiver: first.id },
      },
    ]);
    await world.clock.moveTo(trondheim, '2026-11-23T09:00:01.000Z');
    await play.start('lytter', 'senere', {});

    await play.settle();

    expect([await play.at('en'), await play.at('to'), await play.at('senere')]).toEqual([
      'completed',
      'completed',
      'hor',
    ]);
  });

  it('a kept message starts a process that is deployed after it, with its key as business key', async () => {
    const letter = { message: 'rop', key: '7', messageId: 'a' };
    await play.send(letter);
    await play.deploy(begunByShout);
    await play.settle();

    const [id] = (await play.send(letter)).started;
    if (id === undefined) throw new Error('Expected the message to start a case');
    expect(await world.snapshot(trondheim, id)).toMatchObject({ businessKey: '7', definition: { key: 'vakt' } });
  });

  it('a message goes on where somebody waits, and starts only where nobody does', async () => {
    await play.deploy(begunByShout);
    await play.start('lytter', 'sak-1', {});

    expect(await play.send({ message: 'rop' })).toMatchObject({ correlated: ['sak-1'], started: [] });
    const second = await play.send({ message: 'rop' });
    expect([second.correlated.length, second.started.length]).toEqual([0, 1]);
  });

  it('what a process sends along a message flow is kept until its receiver waits, a year later too', async () => {
    await play.start('avsender', 'fra', {});
    await play.settle();
    await world.clock.moveTo(trondheim, '2027-11-23T09:00:00.000Z');
    await play.settle();
    await play.start('mottaker', 'til', {});
    await play.settle();

    expect(await play.at('til')).toBe('completed');
    await play.start('mottaker', 'til-2', {});
    await play.settle();
    expect(await play.at('til-2')).toBe('ta-imot');
  });

  it('a sender that is repeated after a crash sends one message, not two', async () => {
    await play.start('avsender', 'fra', {});
    const [effect] = await world.outbox.claimEffects(trondheim, 10);
    if (effect?.effect.type !== 'PublishMessage') throw new Error('Expected a message to be sent');
    for (let time = 0; time < 2; time += 1) {
      await play.runtime.messages.publish(trondheim, effect.processInstanceId, effect.effect);
    }

    for (const id of ['en', 'to']) await play.start('mottaker', id, {});
    await play.settle();

    expect([await play.at('en'), await play.at('to')].sort()).toEqual(['completed', 'ta-imot']);
  });

  it('a message whose sender died before offering it is delivered all the same, though it has no life', async () => {
    await play.start('lytter', 'sak-1', {});
    await world.messageBuffer.keep(trondheim, shout);
    await world.clock.moveTo(trondheim, '2026-11-23T09:05:00.000Z');

    await play.settle();

    expect(await play.at('sak-1')).toBe('completed');
  });

  it('a case that is stopped for a time takes its message when it goes on', async () => {
    const id = idOf<'ProcessInstance'>('sak-7');
    await play.start('to-brev', id, { nummer: '7' });
    const give = (type: 'SuspendProcessInstance' | 'ResumeProcessInstance') =>
      play.runtime.handler.handle({ tenant: trondheim, processInstanceId: id, command: { type, actor } });
    expect(await give('SuspendProcessInstance')).toMatchObject({ ok: true });

    expect(await play.send({ message: 'brev', key: '7' })).toMatchObject({ correlated: [], isKept: true });
    await give('ResumeProcessInstance');
    await play.settle();

    expect(await play.at('sak-7')).toBe('sist');
  });

  it('what a message carried is not kept once somebody took it', async () => {
    await play.start('lytter', 'sak-1', {});
    await play.send({ message: 'rop', messageId: 'a', variables: { hemmelig: 'adresse' } });

    const remembered = await world.messageBuffer.keep(trondheim, { ...shout, messageId: 'a' });

    expect(remembered).toMatchObject({ state: 'taken', variables: {} });
  });
});
