import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RefusalError } from '../refusal.js';
import { coverageOf } from './coverage.js';
import { coverageSvgs } from './coverage-svg.js';
import { reportText, type FileReport } from './report.js';
import { runScenario, type Model } from './run-scenario.js';
import { readScenarioFile, type ScenarioFile } from './scenario-file.js';

/** How all scenarios of a folder went. */
export interface FolderReport {
  readonly text: string;
  readonly holds: boolean;
  readonly reports: readonly FileReport[];
}

/** Runs every `*.scenario.yaml` in a folder and below; `svgFolder` gets a drawing of each process and its coverage. */
export async function testFolder(folder: string, svgFolder?: string): Promise<FolderReport> {
  const files = await scenarioFilesUnder(folder);
  const reports: FileReport[] = [];
  const drawings = new Map<string, string>();
  for (const file of files) {
    const { report, models } = await testFile(file);
    reports.push({ ...report, file: path.relative('.', file) });
    for (const { content } of models) drawings.set(content, content);
  }
  if (svgFolder !== undefined) await writeDrawings(svgFolder, [...drawings.values()], reports);
  return { text: reportText(reports), holds: reports.length > 0 && reports.every(isGood), reports };
}

const isGood = ({ outcomes, unreadable }: FileReport): boolean =>
  unreadable === undefined && outcomes.every(({ problems }) => problems.length === 0);

async function scenarioFilesUnder(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) throw new RefusalError('NOT_FOUND', `Expected a folder '${folder}', but there is none`);
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.scenario\.ya?ml$/.test(name) && !name.includes('node_modules'))
    .toSorted()
    .map((name) => path.join(folder, name));
}

async function testFile(file: string): Promise<{ readonly report: FileReport; readonly models: readonly Model[] }> {
  try {
    const read = readScenarioFile(await readFile(file, 'utf8'));
    const models = await modelsFor(file, read);
    const outcomes = [];
    for (const scenario of read.scenarios) outcomes.push(await runScenario(read, models, scenario));
    return { report: { file, outcomes }, models };
  } catch (problem) {
    const unreadable = problem instanceof Error ? problem.message : String(problem);
    return { report: { file, outcomes: [], unreadable }, models: [] };
  }
}

/** The models in the folder of a file of scenarios, and those that it names. */
async function modelsFor(file: string, { models }: ScenarioFile): Promise<readonly Model[]> {
  const folder = path.dirname(file);
  const beside = (await readdir(folder)).filter((name) => /\.(bpmn|dmn|form\.json)$/.test(name)).toSorted();
  const names = [...new Set([...beside, ...models])];
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(path.join(folder, name), 'utf8') })));
}

async function writeDrawings(folder: string, models: readonly string[], reports: readonly FileReport[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const coverage = coverageOf(reports.flatMap(({ outcomes }) => outcomes.map(({ bench }) => bench)));
  for (const { name, svg } of coverageSvgs(models, coverage)) await writeFile(path.join(folder, name), svg);
}
