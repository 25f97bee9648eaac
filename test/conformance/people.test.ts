import { aroundMiddle } from '../support/bpmn-xml.js';
import { playXml } from '../support/play-xml.js';
import { readMiddle } from '../support/read-xml.js';

const beside = `<resource id="saksbehandlere" name="hvk"><resourceParameter id="enhet" name="gruppe"/>
  <resourceParameter id="person" name="user"/></resource>`;
const task = (roles: string, attributes = ''): string =>
  aroundMiddle(`<userTask id="midten" name="Vurder" ${attributes}>${roles}</userTask>`);
const by = (role: string, expression: string): string =>
  `<${role}><resourceAssignmentExpression><formalExpression>${expression}</formalExpression></resourceAssignmentExpression></${role}>`;
const of = (role: string, bindings = ''): string =>
  `<${role}><resourceRef>saksbehandlere</resourceRef>${bindings}</${role}>`;
const bound = (parameter: string, expression: string): string =>
  `<resourceParameterBinding parameterRef="${parameter}"><formalExpression>${expression}</formalExpression></resourceParameterBinding>`;
const lanes = `<laneSet id="baner"><lane id="bolig" name="Bolig"><flowNodeRef>start</flowNodeRef><flowNodeRef>midten</flowNodeRef>
  <childLaneSet id="indre"><lane id="hvk" name="HVK"><flowNodeRef>midten</flowNodeRef></lane></childLaneSet></lane></laneSet>`;

describe('§10.3.1 who does a user task', () => {
  it.each<[string, string, object]>([
    ['a potential owner by FEEL', by('potentialOwner', '=gruppe'), { candidateGroups: ['=gruppe'] }],
    ['a potential owner by FEEL without a sign', by('potentialOwner', 'gruppe'), { candidateGroups: ['=gruppe'] }],
    [
      'users and groups by name',
      by('potentialOwner', 'user(kari), group(hvk)'),
      { candidateUsers: ['kari'], candidateGroups: ['hvk'] },
    ],
    ['a resource, which is a group', of('potentialOwner'), { candidateGroups: ['hvk'] }],
    [
      'the group that a parameter says',
      of('potentialOwner', bound('enhet', '=enhet')),
      { candidateGroups: ['=enhet'] },
    ],
    [
      'the user that a parameter says',
      of('potentialOwner', bound('person', '=eier')),
      { candidateUsers: ['=eier'], candidateGroups: [] },
    ],
    ['a human performer, who gets it at once', by('humanPerformer', '=eier'), { assignee: 'eier' }],
    ['a performer', by('performer', '=eier'), { assignee: 'eier' }],
    [
      'a performer and owners',
      by('humanPerformer', '=eier') + by('potentialOwner', '=gruppe'),
      { assignee: 'eier', candidateGroups: ['=gruppe'] },
    ],
  ])('%s', async (_, roles, expected) => {
    expect(await readMiddle(task(roles), { beside })).toMatchObject(expected);
  });

  it('is said by our own attributes before resources and lanes', async () => {
    const content = lanes + task(by('potentialOwner', '=gruppe'), 'boligflyt:candidateGroups="soker"');

    expect(await readMiddle(content, { beside })).toMatchObject({ candidateGroups: ['soker'] });
  });
});

describe('§10.8 a lane', () => {
  it('is the group of its user tasks where nothing else says, the innermost first', async () => {
    expect(await readMiddle(lanes + task(''))).toMatchObject({ candidateGroups: ['HVK'] });
  });

  it('lets its members claim the task', async () => {
    const player = await playXml(lanes.replaceAll('HVK', 'hvk') + task(''));

    player.start();

    expect(player.task('midten')).toMatchObject({ candidateGroups: ['hvk'] });
    expect(player.complete('midten')).toContainEqual(expect.objectContaining({ type: 'ProcessInstanceCompleted' }));
  });
});
