import type { WaitingMessage } from '../../runtime/notice-ports.js';
import { idOf } from '../../shared/id.js';
import { planHandover } from './plan-handover.js';

const storm = { limit: 5, minutes: 15 };
const firstAt = '2026-11-23T07:00:00.000Z';

const messages = (count: number, more: Partial<WaitingMessage> = {}): readonly WaitingMessage[] =>
  Array.from({ length: count }, (_, number) => ({
    key: `m${number}`,
    to: idOf<'Actor'>('kari'),
    kind: 'reminder',
    channel: 'email',
    subject: '',
    language: 'nb',
    joinsSummary: false,
    ...more,
  }));

/** Each step with how many messages it is about. */
const planned = (waiting: readonly WaitingMessage[], recent?: Parameters<typeof planHandover>[1]) =>
  planHandover(waiting, recent, storm).map((step) => [step.step, step.messages.length]);

describe('messages to one person', () => {
  it.each([
    [5, [['hand', 5]]],
    [6, [['merge', 6]]],
    [50, [['merge', 50]]],
  ])('that are %s at once: %j', (count, expected) => {
    expect(planned(messages(count))).toEqual(expected);
  });

  it('are one when two come after four within 15 minutes', () => {
    expect(planned(messages(2), { count: 4, hasSummary: false, firstAt })).toEqual([['merge', 2]]);
  });

  it('that invite to meetings go one by one, since a calendar reads no summary', () => {
    expect(planned(messages(9, { kind: 'meeting' }))).toEqual([['hand', 9]]);
  });

  it('wait for the end of the 15 minutes when five went in them, or a summary', () => {
    const waiting = messages(1);

    for (const recent of [
      { count: 5, hasSummary: false, firstAt },
      { count: 1, hasSummary: true, firstAt },
    ])
      expect(planHandover(waiting, recent, storm)).toEqual([
        { step: 'hold', messages: waiting, until: '2026-11-23T07:15:00.000Z' },
      ]);
  });

  it('that waited for a digest are one; one alone is itself', () => {
    expect(planned(messages(3, { joinsSummary: true }))).toEqual([['merge', 3]]);
    expect(planned(messages(1, { joinsSummary: true }))).toEqual([['hand', 1]]);
  });

  it('by SMS and by e-mail are two messages, however many', () => {
    expect(planned([...messages(4), ...messages(4, { channel: 'sms' })])).toEqual([
      ['merge', 4],
      ['merge', 4],
    ]);
  });

  it('in the inbox disturb nobody, and a summary is never held back', () => {
    expect(planned(messages(50, { channel: 'inbox' }))).toEqual([['hand', 50]]);
    expect(planned(messages(1, { kind: 'summary' }), { count: 9, hasSummary: true, firstAt })).toEqual([['hand', 1]]);
  });
});
