/**
 * Our extension of BPMN 2.0, as a moddle package: what standard BPMN has no word for.
 * Written so that any BPMN tool keeps it and ignores it.
 */
export const boligflytModdle = {
  name: 'Boligflyt',
  prefix: 'boligflyt',
  uri: 'https://boligflyt.no/bpmn/1',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Process',
      extends: ['bpmn:Process'],
      properties: [
        { name: 'readers', isAttr: true, type: 'String' },
        { name: 'subject', isAttr: true, type: 'String' },
        { name: 'title', isAttr: true, type: 'String' },
        { name: 'family', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'FlowNode',
      extends: ['bpmn:FlowNode'],
      properties: [
        { name: 'stage', isAttr: true, type: 'Integer' },
        { name: 'phase', isAttr: true, type: 'Integer' },
      ],
    },
    {
      name: 'UserTask',
      extends: ['bpmn:UserTask'],
      properties: [
        { name: 'candidateGroups', isAttr: true, type: 'String' },
        { name: 'assignee', isAttr: true, type: 'String' },
        { name: 'title', isAttr: true, type: 'String' },
        { name: 'form', isAttr: true, type: 'String' },
        { name: 'participation', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'ServiceTask',
      extends: ['bpmn:ServiceTask'],
      properties: [{ name: 'jobType', isAttr: true, type: 'String' }],
    },
    {
      name: 'Message',
      extends: ['bpmn:Message'],
      properties: [{ name: 'correlationKey', isAttr: true, type: 'String' }],
    },
    {
      name: 'TimerEventDefinition',
      extends: ['bpmn:TimerEventDefinition'],
      properties: [
        { name: 'deadline', isAttr: true, type: 'String' },
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'shift', isAttr: true, type: 'String' },
        { name: 'rounding', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'MultiInstance',
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
      properties: [
        { name: 'collection', isAttr: true, type: 'String' },
        { name: 'elementVariable', isAttr: true, type: 'String' },
        { name: 'outputCollection', isAttr: true, type: 'String' },
        { name: 'outputElement', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Deadline',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:UserTask'] },
      properties: [
        { name: 'rule', isAttr: true, type: 'String' },
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'rungs', type: 'Rung', isMany: true },
      ],
    },
    {
      name: 'Rung',
      isAbstract: true,
      superClass: ['Element'],
      properties: [
        { name: 'offset', isAttr: true, type: 'String' },
        { name: 'to', isAttr: true, type: 'String' },
      ],
    },
    { name: 'Reminder', superClass: ['Rung'] },
    { name: 'Escalation', superClass: ['Rung'] },
    {
      name: 'Input',
      superClass: ['Element'],
      properties: [
        { name: 'source', isAttr: true, type: 'String' },
        { name: 'target', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Output',
      superClass: ['Element'],
      properties: [
        { name: 'source', isAttr: true, type: 'String' },
        { name: 'target', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Header',
      superClass: ['Element'],
      properties: [
        { name: 'key', isAttr: true, type: 'String' },
        { name: 'value', isAttr: true, type: 'String' },
      ],
    },
  ],
} as const;
