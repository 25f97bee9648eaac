import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { may } from '../../src/cases/access/may.js';
import { kindOfCase } from '../../src/cases/access/may-read-case.js';
import { idOf } from '../../src/shared/id.js';

const files = readdirSync('workflows', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));
const groupsIn = (text: string, attribute: string): readonly string[] =>
  [...text.matchAll(new RegExp(`${attribute}="([^"=]*)"`, 'g'))].flatMap(([, names = '']) => names.split(/[\s,]+/));
const { families } = JSON.parse(readFileSync('web/src/i18n/nb/operation.json', 'utf8')).processes;
const member = (group: string) => ({ id: idOf<'Actor'>('nn'), groups: [group] });

// Lists ask the database for readers and open tasks only. It says the same as the role matrix as long as no process names a group
// that the matrix bars.
describe.each(files)('%s', (name) => {
  const text = readFileSync(path.join('workflows', name), 'utf8');
  const data = kindOfCase(/boligflyt:family="([a-z]+)"/.exec(text)?.[1] ?? '');

  it('is read by no group that the role matrix does not let read such cases', () => {
    const barred = groupsIn(text, 'boligflyt:readers').filter(
      (group) => !may(member(group), 'read', { data, isOfUnit: true }),
    );

    expect(barred).toEqual([]);
  });

  it('is of a kind that the page of processes has a word for', () => {
    expect(families).toHaveProperty(/boligflyt:family="([a-z]+)"/.exec(text)?.[1] ?? 'shared');
  });

  it('has a task for no group that the role matrix does not let see the case while it is open', () => {
    const barred = groupsIn(text, 'candidateGroups').filter(
      (group) => !may(member(group), 'read', { data, isOfUnit: true, hasTask: true }),
    );

    expect(barred).toEqual([]);
  });
});
