import { documentXml } from '../support/bpmn-xml.js';

/** A document with one or more executable processes: their content by key, and root elements beside them. */
export const processes = (contents: Readonly<Record<string, string>>, beside = ''): string =>
  documentXml(
    beside +
      Object.entries(contents)
        .map(([key, content]) => `<process id="${key}" name="${key}" isExecutable="true">${content}</process>`)
        .join(''),
  );

/** An event definition with an optional reference or body. */
export const timer = (kind: 'timeDate' | 'timeDuration' | 'timeCycle', text: string): string =>
  `<timerEventDefinition><${kind}>${text}</${kind}></timerEventDefinition>`;

/** A reference to a root element by its kind. */
export const on = (kind: 'message' | 'signal' | 'error' | 'escalation', id: string): string =>
  `<${kind}EventDefinition ${kind}Ref="${id}"/>`;

/** A start event, plain or with an event definition. */
export const start = (id: string, inside = ''): string => `<startEvent id="${id}">${inside}</startEvent>`;

/** An end event, plain or with an event definition. */
export const end = (id: string, inside = ''): string => `<endEvent id="${id}">${inside}</endEvent>`;

/** An intermediate catch event. */
export const catching = (id: string, inside: string): string =>
  `<intermediateCatchEvent id="${id}">${inside}</intermediateCatchEvent>`;

/** An intermediate throw event. */
export const throwing = (id: string, inside: string): string =>
  `<intermediateThrowEvent id="${id}">${inside}</intermediateThrowEvent>`;

/** A boundary event. */
export const boundary = (id: string, attachedTo: string, inside: string): string =>
  `<boundaryEvent id="${id}" attachedToRef="${attachedTo}">${inside}</boundaryEvent>`;

/** A service task whose work is of a type. */
export const service = (id: string, type: string): string =>
  `<serviceTask id="${id}" name="${id}" boligflyt:jobType="${type}"/>`;
