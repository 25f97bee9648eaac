import { idOf } from '../../shared/id.js';
import { mayChangeDeadline } from './may-change-deadline.js';

const actor = (id: string, ...groups: string[]) => ({ id: idOf<'Actor'>(id), groups });
const sivsCase = { readers: ['hvk', 'soker'], subject: idOf<'Actor'>('siv') };
const offer = { candidateGroups: ['bst', 'soker'] };

describe('the deadline of an offer to Siv', () => {
  it.each([
    ['by staff who read the case', actor('kari', 'hvk')],
    ['by staff whose task it may be', actor('tor', 'bst')],
  ])('may be changed %s', (_who, person) => {
    expect(mayChangeDeadline(person, sivsCase, offer)).toBe(true);
  });

  it.each([
    ['Siv, who has the task', actor('siv', 'soker')],
    ['Siv, were she on the staff herself', actor('siv', 'hvk')],
    ['another applicant', actor('ali', 'soker')],
    ['staff of another unit', actor('per', 'prosjektleder')],
  ])('is not changed by %s', (_who, person) => {
    expect(mayChangeDeadline(person, sivsCase, offer)).toBe(false);
  });
});
