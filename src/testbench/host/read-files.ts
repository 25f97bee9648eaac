import { readBpmn, type DeadlineRegister, type Diagnostic, type UnversionedDefinition } from '../../engine/index.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { isObject } from '../protocol/is-object.js';
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
  | { readonly kind: 'form'; readonly id: string; readonly form: JsonObject }
  | { readonly kind: 'deadlines'; readonly register: DeadlineRegister };

/** What a file holds with what is odd about it, or why it cannot be read. */
type Read =
  | { readonly ok: true; readonly reading: FileReading; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Everything that a set of files holds; refused as a whole when one of them cannot be executed. */
export async function readFiles(
  files: readonly SourceText[],
  options: Options,
): Promise<{ readonly readings: readonly FileReading[]; readonly warnings: readonly Diagnostic[] }> {
  const read = await Promise.all(files.map((file) => readFile(file, options)));
  const diagnostics = read.flatMap((one) => (one.ok ? [] : one.diagnostics));
  if (diagnostics.length > 0) throw undeployable(diagnostics);
  return {
    readings: read.flatMap((one) => (one.ok ? [one.reading] : [])),
    warnings: read.flatMap((one) => (one.ok ? one.warnings : [])),
  };
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
  const reading = await readBpmn(content);
  if (!reading.ok) return reading;
  const source = `${content}\n${JSON.stringify(options)}`;
  return { ok: true, reading: { kind: 'bpmn', definitions: reading.definitions, source }, warnings: reading.warnings };
}

function readJsonFile({ name }: SourceText, json: Json): Read {
  if (isRegister(json)) return { ok: true, reading: { kind: 'deadlines', register: json }, warnings: [] };
  const id = isObject(json) ? (json['$id'] ?? json['id']) : undefined;
  if (isObject(json) && typeof id === 'string') {
    return { ok: true, reading: { kind: 'form', id, form: json }, warnings: [] };
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
