import { isObject, listOf, objectOf } from '../../../shared/json.js';
import type { Json, JsonObject } from '../../../shared/json.js';
import type { LocalDate } from '../../../shared/time.js';

/**
 * Plain answers to everything that a form demands: the first choice, yes, today. What a process asks for tomorrow is answered, too,
 * without the demo's past being written anew.
 */
export function fillForm(schema: JsonObject, on: LocalDate, given: JsonObject): JsonObject {
  const fields = objectOf(schema['properties']);
  const answers: Record<string, Json> = { ...given };
  const fill = (names: Json | undefined): void => {
    for (const name of listOf(names)) {
      if (typeof name !== 'string' || answers[name] !== undefined) continue;
      const field = objectOf(fields[name]);
      if (field['readOnly'] !== true) answers[name] = answerTo(field, on);
    }
  };
  fill(schema['required']);
  for (const rule of listOf(schema['allOf']))
    if (asks(rule, answers)) fill(objectOf(objectOf(rule)['then'])['required']);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => isObject(fields[name])));
}

/** Whether the answers are such that a rule of the form demands more. */
const asks = (rule: Json, answers: JsonObject): boolean =>
  Object.entries(objectOf(objectOf(objectOf(rule)['if'])['properties'])).every(
    ([field, wanted]) => answers[field] === objectOf(wanted)['const'],
  );

function answerTo(field: JsonObject, on: LocalDate): Json {
  const choices = [
    ...listOf(field['enum']),
    ...listOf(field['oneOf']).map((choice) => objectOf(choice)['const'] ?? null),
  ];
  const [first] = choices;
  if (first !== undefined) return first;
  if (field['format'] === 'date') return on;
  if (field['type'] === 'boolean') return true;
  if (field['type'] === 'number' || field['type'] === 'integer') return field['minimum'] ?? 1;
  return field['type'] === 'array' ? [answerTo(objectOf(field['items']), on)] : 'Se notatet fra samtalen.';
}
