/** A BPMN document with one executable process of this content, and root elements (messages) beside it. */
export function processXml(content: string, beside = ''): string {
  return documentXml(`${beside}<process id="prosess" name="Prosess" isExecutable="true">${content}</process>`);
}

/** A BPMN document with this content. */
export function documentXml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="dokument" targetNamespace="https://boligflyt.no">${content}</definitions>`;
}

/** Sequence flows `a-b` for each pair written `a > b`, e.g. `flows('start > vurder > slutt')`. */
export function flows(...chains: readonly string[]): string {
  return chains
    .flatMap((chain) => {
      const nodes = chain.split('>').map((node) => node.trim());
      return nodes.slice(1).map((target, at) => flow(nodes[at] ?? '', target));
    })
    .join('');
}

/** One sequence flow `source-target`, with a FEEL condition if given. */
export function flow(source: string, target: string, condition?: string): string {
  const id = `${source}-${target}`;
  const body =
    condition &&
    `<conditionExpression xsi:type="tFormalExpression">=${condition.replaceAll('<', '&lt;')}</conditionExpression>`;
  return `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${body ?? ''}</sequenceFlow>`;
}

/** A user task for the caseworkers. */
export const userTask = (id: string, content = '', attributes = ''): string =>
  `<userTask id="${id}" name="${id}" boligflyt:candidateGroups="hvk" ${attributes}>${content}</userTask>`;

/** A process that goes from `start` by `midten`, which is given, to `slutt`. */
export const aroundMiddle = (middle: string): string =>
  `<startEvent id="start"/>${middle}<endEvent id="slutt"/>${flows('start > midten > slutt')}`;
