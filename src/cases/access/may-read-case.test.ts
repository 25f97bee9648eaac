import { idOf } from '../../shared/id.js';
import { mayReadCase, relationToCase } from './may-read-case.js';
import type { CaseAccess } from './may-read-case.js';
import { mayStart } from './may-start.js';

const person = (id: string, ...groups: readonly string[]) => ({ id: idOf<'Actor'>(id), groups });
const application: CaseAccess = {
  family: 'applicant',
  subject: idOf<'Actor'>('siv'),
  readers: ['hvk', 'hvk-leder'],
  openAssignees: [idOf<'Actor'>('eli')],
  isProtected: false,
  openCandidateGroups: ['bst'],
  emergencyReaders: [],
};
const project: CaseAccess = { ...application, family: 'project', openCandidateGroups: ['brukerrepresentant'] };

describe('a case about a person', () => {
  it.each([
    ['the applicant herself', person('siv', 'soker'), true],
    ['another applicant', person('ola', 'soker'), false],
    ['a caseworker of a reader group', person('kari', 'hvk'), true],
    ['a unit with an open task in it', person('bjorn', 'bst'), true],
    ['somebody whose task in it is open', person('eli', 'trondheim-eiendom'), true],
    ['somebody of a unit whose task in it is done', person('tor', 'trondheim-eiendom'), false],
    ['a project manager', person('per', 'prosjektleder'), false],
    ['the administrator', person('ada', 'admin'), false],
    ['a user representative, even with a task there', person('berit', 'brukerrepresentant', 'bst'), false],
  ])('is open to %s: %s %s', (_, actor, expected) => {
    expect(mayReadCase(actor, application)).toBe(expected);
  });
});

describe('a case about a person with a protected address', () => {
  const hidden: CaseAccess = { ...application, isProtected: true };

  it.each([
    ['the applicant herself', person('siv', 'soker'), true],
    ['a caseworker of a reader group', person('kari', 'hvk'), false],
    ['somebody whose task in it is open', person('eli', 'trondheim-eiendom'), false],
    ['a caseworker who is in the group for it', person('kari', 'hvk', 'adressesperre'), true],
    ['somebody who is in the group for it and has nothing to do with the case', person('per', 'adressesperre'), false],
  ])('is open to %s: %s %s', (_, actor, expected) => {
    expect(mayReadCase(actor, hidden)).toBe(expected);
  });
});

const withTaskFor = (group: string): CaseAccess => ({ ...application, openCandidateGroups: [group] });

it.each([
  ['NAV, where NAV does not have the case', 'nav', 'tasks'],
  ['the landlord, who may not read why somebody got a home', 'trondheim-eiendom', 'tasks'],
  ['the appeals board', 'klagenemnd', 'tasks'],
  ['the leader of a building', 'botiltaksleder', 'tasks'],
  ['the team that follows people up', 'ambulant-team', 'tasks'],
  ['the caseworkers who read the process', 'hvk', 'whole'],
  ['those who allot homes', 'bst', 'whole'],
])('%s, with an open task in a case about a person, sees (%s): %s', (_, group, sees) => {
  expect(relationToCase(person('nn', group), withTaskFor(group))).toMatchObject({ relation: 'task', sees });
});

it.each([
  ['the applicant herself', person('siv', 'soker'), true],
  ['a caseworker of a reader group', person('kari', 'hvk'), true],
  ['somebody whose task in it is open', person('eli', 'trondheim-eiendom'), true],
  ['a project manager', person('per', 'prosjektleder'), false],
  ['a user representative, even with a task there', person('berit', 'brukerrepresentant', 'bst'), false],
])('opens a part of an application as it opens the application: to %s', (_, actor, expected) => {
  const offer: CaseAccess = { ...application, family: 'applicant-part' };

  expect([mayReadCase(actor, offer), mayReadCase(actor, application)]).toEqual([expected, expected]);
});

it('shows NAV the whole of a case that NAV has, and of no other', () => {
  const ofNav = { ...withTaskFor('nav'), readers: ['nav'] };

  expect(relationToCase(person('nina', 'nav'), ofNav)).toMatchObject({ sees: 'whole' });
  expect(relationToCase(person('nina', 'nav', 'hvk'), withTaskFor('nav'))).toMatchObject({
    role: 'hvk',
    sees: 'whole',
  });
});

it('shows the caretaker of a case about a fault what is asked of caretakers', () => {
  const fault = { ...withTaskFor('vaktmester'), family: 'shared', readers: ['trondheim-eiendom'] };

  expect(relationToCase(person('vakt', 'vaktmester'), fault)).toMatchObject({ sees: 'tasks' });
  expect(relationToCase(person('tor', 'trondheim-eiendom'), fault)).toMatchObject({ sees: 'whole' });
});

it('lets a user representative see a project in which she is asked to take part', () => {
  expect(mayReadCase(person('berit', 'brukerrepresentant'), project)).toBe(true);
});

it.each([
  ['siv', 'soker', 'boligtildeling', 'self'],
  ['kari', 'hvk', 'boligtildeling', 'anyone'],
  ['per', 'prosjektleder', 'boligutvikling', 'anyone'],
  ['siv', 'soker', 'boligutvikling', undefined],
  ['ada', 'admin', 'boligtildeling', undefined],
  ['per', 'prosjektleder', 'medvirkningspunkt', undefined],
  ['per', 'prosjektleder', 'toString', undefined],
])('%s (%s) may start %s: %s', (id, group, process, right) => {
  expect(mayStart(person(id, group), process)).toBe(right);
});
