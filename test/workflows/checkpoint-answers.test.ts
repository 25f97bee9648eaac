import { readBpmn } from '../../src/engine/index.js';
import { diagramOf, formFolders, processKeys, readWorkflowJson } from './workflow-files.js';

interface Settings {
  readonly checkpointOutcomes: Readonly<Record<string, string>>;
  readonly checkpointAnswers: readonly { readonly field: string; readonly value: string; readonly outcome: string }[];
}

interface Form {
  readonly properties: Readonly<Record<string, { readonly oneOf?: readonly { readonly const: string }[] }>>;
}

const { checkpointAnswers, checkpointOutcomes } = readWorkflowJson('tall.json') as Settings;

/** The tasks that are a checkpoint of a single person, with the answers that each can give. */
async function tasksOfOnePerson() {
  const readings = await Promise.all(processKeys.map((key) => readBpmn(diagramOf(key))));
  const nodes = readings
    .flatMap((reading) => (reading.ok ? reading.definitions : []))
    .flatMap(({ nodes: all }) => [...all.values()]);
  return nodes.flatMap((node) => {
    if (node.kind !== 'userTask' || !node.participation?.code.startsWith('MP-A')) return [];
    const form = readWorkflowJson(`${formFolders.get(node.form ?? '') ?? ''}/${node.form ?? ''}.form.json`) as Form;
    const answers = Object.entries(form.properties).flatMap(([field, { oneOf = [] }]) =>
      oneOf.map((one) => `${field} ${one.const}`),
    );
    return [{ code: node.participation.code, answers }];
  });
}

it('has a task for every checkpoint of a single person (domain register: MP-A1 to A7)', async () => {
  const codes = new Set((await tasksOfOnePerson()).map(({ code }) => code));

  expect([...codes].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `MP-A${number}`));
});

it('tells who was not heard by answers that such a task can have, and by outcomes with a name (tall.json)', async () => {
  const known = new Set((await tasksOfOnePerson()).flatMap(({ answers }) => answers));

  expect(checkpointAnswers.filter(({ field, value }) => !known.has(`${field} ${value}`))).toEqual([]);
  expect(checkpointAnswers.filter(({ outcome }) => !(outcome in checkpointOutcomes))).toEqual([]);
});
