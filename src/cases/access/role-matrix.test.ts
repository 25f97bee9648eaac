import { idOf } from '../../shared/id.js';
import { startsOf } from './may-start.js';
import { may, mayCount, mayUse, partsFor } from './may.js';
import { groupsInRoles } from './role-of-group.js';

const person = (...groups: readonly string[]) => ({ id: idOf<'Actor'>('nn'), groups });

describe('the role matrix', () => {
  it.each([
    ['a caseworker', person('hvk'), true],
    ['an applicant, of her own', person('soker'), true],
    ['the caretaker, while a task is open', person('vaktmester'), true],
    ['a project manager', person('prosjektleder'), false],
    ['a politician', person('politiker'), false],
    ['an administrator', person('admin'), false],
    ['somebody of a group that nobody has given a role', person('kantina'), false],
    ['somebody of a group with the name of an object’s own', person('constructor'), false],
  ])('lets %s ask for names and addresses: %s', (_who, actor, expected) => {
    expect(mayUse(actor, 'read', 'identity')).toBe(expected);
  });

  it.each([
    ['her own', person('soker'), { isOwn: true }, true],
    ['somebody else’s', person('soker'), { hasTask: true, isOfUnit: true }, false],
    ['a person’s of her unit', person('hvk'), { isOfUnit: true }, true],
    ['a person’s of another unit', person('hvk'), {}, false],
    ['with an open task', person('klagenemnd'), { hasTask: true }, true],
    ['when the task is done', person('klagenemnd'), {}, false],
    ['that the person shares', person('fullmektig'), { isShared: true }, true],
    ['as an administrator, whatever the relation', person('admin'), { hasTask: true, isOfUnit: true }, false],
  ])('opens health data %s', (_which, actor, relation, expected) => {
    expect(may(actor, 'read', { data: 'health', ...relation })).toBe(expected);
  });

  it('adds up the rights of several roles, and shows the whole where one of them does', () => {
    expect(may(person('bst', 'hvk'), 'write', { data: 'health', isOfUnit: true })).toBe(true);
    expect(partsFor(person('bst'), 'health')).toEqual(['summary']);
    expect(partsFor(person('bst', 'hvk'), 'health')).toBeUndefined();
  });

  it('gives the council figures of the waiting list and no names', () => {
    expect([
      mayCount(person('politiker'), 'waiting-list'),
      mayUse(person('politiker'), 'read', 'waiting-list'),
    ]).toEqual([true, false]);
    expect(mayCount(person('vaktmester'), 'waiting-list')).toBe(false);
  });

  it('lets all 13 groups that may start a process ask to start one, and nobody of the public or of a program', () => {
    const starters = groupsInRoles.filter((group) => startsOf(person(group)).length > 0);
    expect(starters).toHaveLength(13);
    expect(starters.filter((group) => !mayUse(person(group), 'write', 'case'))).toEqual([]);
    for (const group of ['publikum', 'borettslag', 'jobbarbeider'])
      expect([group, mayUse(person(group), 'write', 'case')]).toEqual([group, false]);
  });

  it('knows a program by its group, whatever type of job it takes', () => {
    expect(mayUse(person('jobbarbeider:send-brev'), 'write', 'job')).toBe(true);
  });
});
