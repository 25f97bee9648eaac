/**
 * Our extension of BPMN 2.0, as a moddle package: what standard BPMN has no word for.
 * Written so that any BPMN tool keeps it and ignores it. docs/extension-namespace.md tells authors of each attribute.
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
        { name: 'attention', isAttr: true, type: 'String' },
        { name: 'versionTag', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'FlowNode',
      extends: ['bpmn:FlowNode'],
      properties: [
        { name: 'stage', isAttr: true, type: 'Integer' },
        { name: 'phase', isAttr: true, type: 'Integer' },
        { name: 'attention', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'UserTask',
      extends: ['bpmn:UserTask', 'bpmn:GlobalUserTask'],
      properties: [
        { name: 'candidateGroups', isAttr: true, type: 'String' },
        { name: 'candidateUsers', isAttr: true, type: 'String' },
        { name: 'assignee', isAttr: true, type: 'String' },
        { name: 'assigneeOptional', isAttr: true, type: 'Boolean' },
        { name: 'title', isAttr: true, type: 'String' },
        { name: 'form', isAttr: true, type: 'String' },
        { name: 'participation', isAttr: true, type: 'String' },
        { name: 'register', isAttr: true, type: 'String' },
        { name: 'exception', isAttr: true, type: 'String' },
        { name: 'otherThan', isAttr: true, type: 'String' },
        { name: 'authority', isAttr: true, type: 'String' },
        { name: 'priority', isAttr: true, type: 'String' },
        { name: 'dueDate', isAttr: true, type: 'String' },
        { name: 'followUpDate', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Activity',
      extends: ['bpmn:Activity'],
      properties: [{ name: 'returnsAll', isAttr: true, type: 'Boolean' }],
    },
    {
      name: 'StartEvent',
      extends: ['bpmn:StartEvent'],
      properties: [
        { name: 'initiator', isAttr: true, type: 'String' },
        { name: 'register', isAttr: true, type: 'String' },
        { name: 'exception', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Job',
      extends: [
        'bpmn:ServiceTask',
        'bpmn:SendTask',
        'bpmn:ScriptTask',
        'bpmn:BusinessRuleTask',
        'bpmn:MessageEventDefinition',
        'bpmn:GlobalBusinessRuleTask',
      ],
      properties: [
        { name: 'jobType', isAttr: true, type: 'String' },
        { name: 'retries', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Outcome',
      extends: ['bpmn:ScriptTask', 'bpmn:BusinessRuleTask', 'bpmn:GlobalScriptTask', 'bpmn:GlobalBusinessRuleTask'],
      properties: [{ name: 'resultVariable', isAttr: true, type: 'String' }],
    },
    {
      name: 'Decision',
      extends: ['bpmn:BusinessRuleTask', 'bpmn:GlobalBusinessRuleTask'],
      properties: [
        { name: 'decision', isAttr: true, type: 'String' },
        { name: 'resultShape', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Called',
      extends: ['bpmn:BusinessRuleTask', 'bpmn:GlobalBusinessRuleTask', 'bpmn:CallActivity'],
      properties: [
        { name: 'binding', isAttr: true, type: 'String' },
        { name: 'version', isAttr: true, type: 'String' },
        { name: 'versionTag', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Call',
      extends: ['bpmn:CallActivity'],
      properties: [
        { name: 'businessKey', isAttr: true, type: 'String' },
        { name: 'passesAll', isAttr: true, type: 'Boolean' },
      ],
    },
    {
      name: 'AdHoc',
      extends: ['bpmn:AdHocSubProcess'],
      properties: [{ name: 'activeElements', isAttr: true, type: 'String' }],
    },
    {
      name: 'Message',
      extends: ['bpmn:Message'],
      properties: [{ name: 'correlationKey', isAttr: true, type: 'String' }],
    },
    {
      name: 'Error',
      extends: ['bpmn:Error'],
      properties: [{ name: 'message', isAttr: true, type: 'String' }],
    },
    {
      name: 'CaughtCode',
      extends: ['bpmn:ErrorEventDefinition', 'bpmn:EscalationEventDefinition'],
      properties: [{ name: 'codeVariable', isAttr: true, type: 'String' }],
    },
    {
      name: 'CaughtError',
      extends: ['bpmn:ErrorEventDefinition'],
      properties: [{ name: 'messageVariable', isAttr: true, type: 'String' }],
    },
    {
      name: 'TimerEventDefinition',
      extends: ['bpmn:TimerEventDefinition'],
      properties: [
        { name: 'deadline', isAttr: true, type: 'String' },
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'shift', isAttr: true, type: 'String' },
        { name: 'rounding', isAttr: true, type: 'String' },
        { name: 'misfire', isAttr: true, type: 'String' },
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
        { name: 'channel', isAttr: true, type: 'String' },
        { name: 'text', isAttr: true, type: 'String' },
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
