import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../workflows/', import.meta.url);

/** Reads a file under workflows/. */
export const readWorkflow = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Reads a JSON file under workflows/. */
export const readWorkflowJson = (path: string): unknown => JSON.parse(readWorkflow(path));

const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();

/** Keys of the processes: every folder that holds a diagram of its own name. */
export const processKeys: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && namesIn(`${entry.name}/`, '.bpmn').includes(entry.name))
  .map(({ name }) => name)
  .toSorted();

/** The diagram of a process. */
export const diagramOf = (key: string): string => readWorkflow(`${key}/${key}.bpmn`);

/** Every decision model, as it stands in its file. */
export const decisionFiles: readonly string[] = processKeys.flatMap((key) =>
  namesIn(`${key}/`, '.dmn').map((name) => readWorkflow(`${key}/${name}.dmn`)),
);

/** Every form by id, with the folder it lies in. */
export const formFolders: ReadonlyMap<string, string> = new Map(
  processKeys.flatMap((key) => namesIn(`${key}/`, '.form.json').map((form) => [form, key] as const)),
);

/** Ids of the letters. */
export const letterIds: readonly string[] = namesIn('brev/', '.md').filter((name) => name !== 'README');

/** Ids of the letters in nynorsk. */
export const nynorskLetterIds: readonly string[] = namesIn('brev/nn/', '.md');
