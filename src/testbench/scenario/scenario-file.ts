import { parse } from 'yaml';
import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { BenchRequest } from '../protocol/bench-request.js';
import { RefusalError } from '../refusal.js';

/** One story about a process: what is given, what happens, and what must then be true. */
export interface Scenario {
  readonly name: string;
  readonly given: BenchRequest;
  readonly when: readonly BenchRequest[];
  readonly then: BenchRequest;
}

/** A file of scenarios as it is written (docs/scenarios.md). */
export interface ScenarioFile {
  /** Models beside those in the folder of the file. */
  readonly models: readonly string[];
  readonly clock?: string;
  readonly options: JsonObject;
  readonly scenarios: readonly Scenario[];
}

/** Reads a file of scenarios; what is wrong is refused in one sentence. */
export function readScenarioFile(text: string): ScenarioFile {
  const file = new BenchRequest(documentOf(text));
  allow(file, ['models', 'clock', 'options', 'scenarios']);
  const clock = file.optionalText('clock');
  return {
    models: file.texts('models'),
    ...(clock === undefined ? {} : { clock }),
    options: file.optionalObject('options') ?? {},
    scenarios: file.objects('scenarios').map(readScenario),
  };
}

function readScenario(scenario: BenchRequest): Scenario {
  allow(scenario, ['name', 'given', 'when', 'then']);
  return {
    name: scenario.text('name'),
    given: scenario.part('given'),
    when: scenario.optionalObjects('when'),
    then: scenario.part('then'),
  };
}

/** Refuses a word that means nothing here: it is a slip of the pen, and what it should have said would not be tested. */
export function allow(part: BenchRequest, words: readonly string[]): void {
  const strange = Object.keys(part.fields).find((word) => !words.includes(word));
  if (strange === undefined) return;
  throw new RefusalError('BAD_SCENARIO', `Expected one of ${words.join(', ')}, but got '${strange}'`);
}

function documentOf(text: string): JsonObject {
  // Dates stay texts (the core schema has none), and a document that grows when it is read is refused.
  const document: Json = parse(text, { schema: 'core', maxAliasCount: 50 });
  if (isObject(document)) return document;
  throw new RefusalError('BAD_SCENARIO', "Expected a YAML object with 'scenarios', but it is none");
}
