import { decisionsOf, readDmn } from '../engine/index.js';
import type { DecisionModel, Diagnostic, DmnReading } from '../engine/index.js';
import type { DecisionModelToDeploy } from './decision-ports.js';
import type { DeploymentFile } from './deployment.js';

/** The decision models of a set of files, each after those that it imports, and what is wrong or doubtful in them. */
export interface DecisionFilesReading {
  readonly models: readonly DecisionModelToDeploy[];
  readonly diagnostics: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads the decision models of a set. A model that imports others finds them in the set, else among those that are deployed;
 * one that does not is read alone, because tools give models that have nothing to do with each other the same namespace.
 */
export async function readDecisionFiles(
  files: readonly DeploymentFile[],
  deployed: () => Promise<readonly DecisionModel[]>,
): Promise<DecisionFilesReading> {
  const documents = files.map(({ content }) => content);
  const [together, alone] = [documents.filter(hasImport), documents.filter((xml) => !hasImport(xml))];
  const read = await Promise.all(alone.map(async (xml) => ({ xml, reading: await readDmn([xml]) })));
  const first = read.flatMap(({ xml, reading }) => modelsIn(reading).map((model) => ({ model, xml })));
  const others =
    together.length === 0 ? undefined : await readImporting(together, [...(await deployed()), ...modelsOf(first)]);
  const second = others === undefined ? [] : modelsIn(others).map((model, at) => ({ model, xml: together[at] ?? '' }));

  const readings = [...read.map(({ reading }) => reading), ...(others === undefined ? [] : [others])];
  const models = [...first, ...afterTheirImports(second)];
  return {
    models,
    diagnostics: [
      ...readings.flatMap((reading) => (reading.ok ? [] : reading.diagnostics)),
      ...twice(modelsOf(models)),
    ],
    warnings: readings.flatMap((reading) => (reading.ok ? reading.warnings : [])),
  };
}

const hasImport = (xml: string): boolean => /<(?:[\w.-]+:)?import\s/.test(xml);

const readImporting = (documents: readonly string[], known: readonly DecisionModel[]): Promise<DmnReading> =>
  readDmn(documents, { known });

const modelsIn = (reading: DmnReading): readonly DecisionModel[] => (reading.ok ? reading.models : []);

const modelsOf = (read: readonly DecisionModelToDeploy[]): readonly DecisionModel[] => read.map(({ model }) => model);

// Imports go in no circle: each model needs fewer others than one that imports it.
const afterTheirImports = (read: readonly DecisionModelToDeploy[]): readonly DecisionModelToDeploy[] =>
  read.toSorted((one, other) => importsWithin(one.model) - importsWithin(other.model));

const importsWithin = ({ imports }: DecisionModel): number =>
  imports.reduce((deepest, { model }) => Math.max(deepest, 1 + importsWithin(model)), 0);

function twice(models: readonly DecisionModel[]): readonly Diagnostic[] {
  const ids = models.flatMap(decisionsOf).map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({
      severity: 'error',
      code: 'DECISION_TWICE',
      element: id,
      message: `Expected each decision once in a set of files, but '${id}' is there twice`,
      melding: `Beslutningen «${id}» ligger i to av filene. Ta bort den ene.`,
    }));
}
