// The diagrams that are measured, the same for every engine but for the language of their conditions.

const bpmn = (nodes, flows, id = 'maaling') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="modell" targetNamespace="https://boligflyt.no">
<bpmn:process id="${id}" name="Måling" isExecutable="true">
${nodes.join('\n')}
${flows.map(drawFlow).join('\n')}
</bpmn:process></bpmn:definitions>`;

const drawFlow = ([source, target, condition], index) => {
  const guard =
    condition && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="flyt-${index}" sourceRef="${source}" targetRef="${target}">${guard ?? ''}</bpmn:sequenceFlow>`;
};

const inOrder = (path) => path.slice(1).map((target, index) => [path[index], target]);

/** A start, so many user tasks in a row, an end. */
export function chainOfUserTasks(count) {
  const tasks = Array.from({ length: count }, (_, index) => `oppgave-${index}`);
  const drawn = tasks.map(
    (id) =>
      `<bpmn:userTask id="${id}" name="${id}" boligflyt:candidateGroups="hvk" boligflyt:assignee="=&quot;kari&quot;" />`,
  );
  return bpmn(
    ['<bpmn:startEvent id="start"/>', ...drawn, '<bpmn:endEvent id="slutt"/>'],
    inOrder(['start', ...tasks, 'slutt']),
  );
}

/** A start, so many pairs of exclusive gateways with two ways between them, an end; `language` says over and under. */
export function chainOfDiamonds(count, language) {
  const nodes = ['<bpmn:startEvent id="start"/>'];
  const flows = [];
  let last = 'start';
  for (let index = 0; index < count; index += 1) {
    const [split, join] = [`valg-${index}`, `samling-${index}`];
    nodes.push(
      `<bpmn:exclusiveGateway id="${split}"/><bpmn:exclusiveGateway id="${join}"/><bpmn:task id="over-${index}"/><bpmn:task id="under-${index}"/>`,
    );
    flows.push(
      [last, split],
      [split, `over-${index}`, language.over],
      [split, `under-${index}`, language.under],
      [`over-${index}`, join],
      [`under-${index}`, join],
    );
    last = join;
  }
  nodes.push('<bpmn:endEvent id="slutt"/>');
  return bpmn(nodes, [...flows, [last, 'slutt']]);
}

/** One user task for each item of the list `liste`, all at once. */
export const tasksForEach = () =>
  bpmn(
    [
      '<bpmn:startEvent id="start"/><bpmn:endEvent id="slutt"/>',
      '<bpmn:userTask id="oppgave" boligflyt:candidateGroups="hvk"><bpmn:multiInstanceLoopCharacteristics boligflyt:collection="=liste" boligflyt:elementVariable="ting" /></bpmn:userTask>',
    ],
    inOrder(['start', 'oppgave', 'slutt']),
  );

/** A case that waits, for a day unless told otherwise, then asks somebody to look at it. */
export const caseWithTimer = (duration = 'P1D') =>
  bpmn(
    [
      '<bpmn:startEvent id="start"/><bpmn:endEvent id="slutt"/>',
      `<bpmn:intermediateCatchEvent id="en-dag"><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
      '<bpmn:userTask id="folg-opp" name="Følg opp" boligflyt:candidateGroups="hvk" />',
    ],
    inOrder(['start', 'en-dag', 'folg-opp', 'slutt']),
    'venter',
  );

/** A start, so many service tasks in a row, an end. */
export function chainOfJobs(count) {
  const jobs = Array.from({ length: count }, (_, index) => `steg-${index}`);
  const drawn = jobs.map((id) => `<bpmn:serviceTask id="${id}" name="${id}" boligflyt:jobType="ingenting" />`);
  return bpmn(
    ['<bpmn:startEvent id="start"/>', ...drawn, '<bpmn:endEvent id="slutt"/>'],
    inOrder(['start', ...jobs, 'slutt']),
  );
}
