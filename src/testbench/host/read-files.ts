import {
  readBpmn,
  readDmn,
  type DeadlineRegister,
  type DecisionModel,
  type Diagnostic,
  type UnversionedDefinition,
} from '../../engine/index.js';
import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { RefusalError } from '../refusal.js';
import type { Options } from './options.js';

/** A file of a set that is deployed. */
export interface SourceText {
  readonly name: string;
  readonly content: string;
}

/** What a file turned out to be. */
export type FileReading =
  | { readonly kind: 'bpmn'; readonly definitions: readonly UnversionedDefinition[]; readonly source: string }
  | { readonly kind: 'dmn'; readonly model: DecisionModel; readonly source: string }
  | { readonly kind: 'form'; readonly id: string; readonly form: JsonObject }
  | { readonly kind: 'deadlines'; readonly register: DeadlineRegister };

/** What files hold with what is odd about them, or why they cannot be read. */
type Read =
  | { readonly ok: true; readonly readings: readonly FileReading[]; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** What files are read with. */
export interface Surroundings {
  readonly options: Options;
  /** Decision models that are deployed already, and may be imported. */
  readonly known: readonly DecisionModel[];
}

/** Everything that a set of files holds; refused as a whole when one of them cannot be executed. */
export async function readFiles(
  files: readonly SourceText[],
  around: Surroundings,
): Promise<{ readonly readings: readonly FileReading[]; readonly warnings: readonly Diagnostic[] }> {
  const models = files.filter(isDmn);
  const read = await Promise.all([
    ...files.filter((file) => !isDmn(file)).map((file) => readFile(file, around.options)),
    readModels(models, around),
  ]);
  const diagnostics = read.flatMap((one) => (one.ok ? [] : one.diagnostics));
  if (diagnostics.length > 0) throw undeployable(diagnostics);
  return {
    readings: read.flatMap((one) => (one.ok ? one.readings : [])),
    warnings: read.flatMap((one) => (one.ok ? one.warnings : [])),
  };
}

// The namespace of the root tells DMN of whatever version from BPMN.
function isDmn({ content }: SourceText): boolean {
  const root = /<(?:([\w.-]+):)?definitions\b([^>]*)>/.exec(content);
  const namespace = root?.[1] === undefined ? 'xmlns' : `xmlns:${root[1]}`;
  return new RegExp(`\\b${namespace}\\s*=\\s*["'][^"']*/DMN/`).test(root?.[2] ?? '');
}

async function readModels(files: readonly SourceText[], { options, known }: Surroundings): Promise<Read> {
  const isLenient = options.decisions === 'lenient';
  const contents = files.map(({ content }) => content);
  const reading = await readDmn(contents, { known, isLenient });
  if (!reading.ok) return reading;
  const readings = reading.models.map((model, at) => ({
    kind: 'dmn' as const,
    model,
    source: `${contents[at]}\n${isLenient}`,
  }));
  return { ok: true, readings, warnings: reading.warnings };
}

/** A set that is refused, with everything that was found; the first finding is the reason. */
export function undeployable(diagnostics: readonly Diagnostic[]): RefusalError {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  return new RefusalError(first?.code ?? 'MODEL_INVALID', first?.message ?? 'Expected files that can be deployed', {
    ...(typeof first?.element === 'string' ? { element: first.element } : {}),
    diagnostics: diagnostics.map(plainDiagnostic),
  });
}

/** A finding as JSON. */
export const plainDiagnostic = ({ witness, ...plain }: Diagnostic): JsonObject =>
  witness === undefined ? { ...plain } : { ...plain, witness };

async function readFile(file: SourceText, options: Options): Promise<Read> {
  const json = jsonOf(file.content);
  if (json !== undefined) return readJsonFile(file, json);
  return readDiagram(file, options);
}

async function readDiagram({ content }: SourceText, options: Options): Promise<Read> {
  const { dialect, scripts, manualTasks } = options;
  const readOptions = {
    ...(dialect === undefined ? {} : { dialect }),
    ...(scripts === undefined ? {} : { scripts }),
    ...(manualTasks === undefined ? {} : { manualTasks }),
    nonExecutable: 'run',
  } as const;
  const reading = await readBpmn(content, {}, readOptions);
  if (!reading.ok) return reading;
  const { definitions, warnings } = reading;
  const source = `${content}\n${JSON.stringify(readOptions)}`;
  return { ok: true, readings: [{ kind: 'bpmn', definitions, source }], warnings };
}

function readJsonFile({ name }: SourceText, json: Json): Read {
  if (isRegister(json)) return { ok: true, readings: [{ kind: 'deadlines', register: json }], warnings: [] };
  const id = isObject(json) ? (json['$id'] ?? json['id']) : undefined;
  if (isObject(json) && typeof id === 'string') {
    return { ok: true, readings: [{ kind: 'form', id, form: json }], warnings: [] };
  }
  return { ok: false, diagnostics: [unknownFile(name)] };
}

const isRegister = (json: Json): json is Json & DeadlineRegister =>
  Array.isArray(json) &&
  json.length > 0 &&
  json.every((rule: Json) => isObject(rule) && typeof rule['id'] === 'string' && isObject(rule['length']));

const unknownFile = (name: string): Diagnostic => ({
  severity: 'error',
  code: 'FILE_UNKNOWN',
  element: null,
  message: `Expected '${name}' to be BPMN, DMN or a form, but it is none of them`,
  melding: `Filen «${name}» er verken BPMN, DMN eller et skjema.`,
});

function jsonOf(content: string): Json | undefined {
  if (!/^\s*[[{]/.test(content)) return undefined;
  try {
    const parsed: Json = JSON.parse(content);
    return parsed;
  } catch {
    return undefined;
  }
}
