import { userTask } from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

describe('BPMN 2.0.2 §10.3.4 what a user task is told', () => {
  const task = (options: Parameters<typeof userTask>[1]) =>
    playEvents(sketch([userTask('vurder', options)], 'start > vurder > slutt'), {
      gruppe: 'hvk-nord',
      folk: ['ola', 'kari'],
      haster: 80,
      dager: 'P2D',
    }).task('vurder');

  it('its candidates may be computed, as a text or as a list', () => {
    expect(task({ candidateGroups: ['hvk', '=gruppe'], candidateUsers: ['=folk', 'liv'] })).toMatchObject({
      candidateGroups: ['hvk', 'hvk-nord'],
      candidateUsers: ['ola', 'kari', 'liv'],
    });
  });

  // Started 2026-11-23 at 10:00 in Norway.
  it.each([
    ['a duration', 'dager', '2026-11-25T09:00:00.000Z'],
    ['a duration of FEEL', 'duration("P2D")', '2026-11-25T09:00:00.000Z'],
    ['a date of FEEL', 'date("2026-12-24")', '2026-12-23T23:00:00.000Z'],
    ['an instant of FEEL', 'date and time("2026-12-24T08:00:00+01:00")', '2026-12-24T07:00:00.000Z'],
    ['nothing', 'mangler', undefined],
  ])('its due date is %s', (_name, dueDate, dueAt) => {
    expect(task({ dueDate }).dueAt).toBe(dueAt);
    expect(task({ followUpDate: dueDate }).followUpAt).toBe(dueAt);
  });

  it('its urgency and its description', () => {
    expect(task({ priority: 'haster', documentation: 'Les brevet først.' })).toMatchObject({
      priority: 80,
      description: 'Les brevet først.',
    });
  });

  it.each([
    ['priority', { priority: 'gruppe' }],
    ['due date', { dueDate: 'haster' }],
    ['candidates', { candidateGroups: ['=haster'] }],
  ])('a %s of another kind is an incident', (_name, options) => {
    const play = playEvents(sketch([userTask('vurder', options)], 'start > vurder > slutt'), {
      gruppe: 'a',
      haster: 80,
    });

    expect(play.incidents).toEqual(['EXPRESSION vurder']);
  });
});
