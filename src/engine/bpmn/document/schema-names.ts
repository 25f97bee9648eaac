/** Attributes that are xsd:boolean. */
export const booleanAttributes: ReadonlySet<string> = new Set([
  ...['cancelActivity', 'cancelRemainingInstances', 'instantiate', 'isClosed', 'isCollection', 'isExecutable'],
  ...['isForCompensation', 'isImmediate', 'isInterrupting', 'isReference', 'isRequired', 'isSequential', 'isUnlimited'],
  ...['mustUnderstand', 'parallelMultiple', 'testBefore', 'triggeredByEvent', 'waitForCompletion'],
  ...['isExpanded', 'isHorizontal', 'isMarkerVisible', 'isMessageVisible'],
  ...['isBold', 'isItalic', 'isStrikeThrough', 'isUnderline'],
]);

/** Attributes that are whole numbers, with the least that they may be. */
export const numberAttributes: ReadonlyMap<string, number> = new Map([
  ['startQuantity', 1],
  ['completionQuantity', 1],
  ['loopMaximum', 0],
  ['capacity', 0],
  ['maximum', 0],
  ['minimum', 0],
]);

/** Attributes with a list of values to choose from. */
export const choiceAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['gatewayDirection', ['Unspecified', 'Converging', 'Diverging', 'Mixed']],
  ['eventGatewayType', ['Parallel', 'Exclusive']],
  ['associationDirection', ['None', 'One', 'Both']],
  ['behavior', ['None', 'One', 'All', 'Complex']],
  ['ordering', ['Parallel', 'Sequential']],
  ['itemKind', ['Physical', 'Information']],
  ['processType', ['None', 'Public', 'Private']],
]);

/** Attributes that name other elements by id. */
export const referenceAttributes: ReadonlySet<string> = new Set([
  ...['activityRef', 'attachedToRef', 'calledChoreographyRef', 'calledCollaborationRef', 'categoryValueRef'],
  ...['correlationKeyRef', 'correlationPropertyRef', 'dataObjectRef', 'dataStoreRef', 'default', 'definition'],
  ...['definitionalCollaborationRef', 'errorRef', 'escalationRef', 'evaluatesToTypeRef', 'import'],
  ...['initiatingParticipantRef', 'innerConversationNodeRef', 'innerMessageFlowRef', 'innerParticipantRef'],
  ...['inputDataRef', 'itemRef', 'itemSubjectRef', 'messageRef', 'noneBehaviorEventRef', 'oneBehaviorEventRef'],
  ...['operationRef', 'outerConversationNodeRef', 'outerMessageFlowRef', 'outerParticipantRef', 'outputDataRef'],
  ...['parameterRef', 'partitionElementRef', 'processRef', 'signalRef', 'sourceRef', 'structureRef', 'targetRef'],
  ...['type', 'valueRef', 'bpmnElement', 'choreographyActivityShape', 'labelStyle', 'sourceElement', 'targetElement'],
  ...['endPointRefs', 'messageFlowRefs'],
]);

/** Elements that name another element by id in their text. */
export const referenceElements: ReadonlySet<string> = new Set([
  ...['boundaryEventRefs', 'categoryValueRef', 'choreographyRef', 'correlationPropertyRef', 'dataInputRefs'],
  ...['dataOutputRefs', 'errorRef', 'eventDefinitionRef', 'flowNodeRef', 'inMessageRef', 'incoming', 'inputSetRef'],
  ...['inputSetRefs', 'interfaceRef', 'loopDataInputRef', 'loopDataOutputRef', 'messageFlowRef', 'operationRef'],
  ...['optionalInputRefs', 'optionalOutputRefs', 'outMessageRef', 'outgoing', 'outputSetRef', 'outputSetRefs'],
  ...['participantRef', 'resourceRef', 'source', 'sourceRef', 'supportedInterfaceRef', 'supports', 'target'],
  ...['targetRef', 'whileExecutingInputRefs', 'whileExecutingOutputRefs'],
]);
