import type { Diagnostic } from '../engine/index.js';
import { isObject } from '../shared/json.js';
import type { Json, JsonObject } from '../shared/json.js';
import type { FormToDeploy } from './definition-ports.js';
import type { DeploymentFile } from './deployment.js';

/** A form as it was read, or what is wrong with its file. */
export type FormReading =
  { readonly ok: true; readonly form: FormToDeploy } | { readonly ok: false; readonly diagnostic: Diagnostic };

const fieldTypes: readonly (Json | undefined)[] = ['string', 'number', 'integer', 'boolean', 'array'];

/** Reads a form file: a JSON Schema of an object with an `$id`, whose fields are of the types that a form can draw. */
export function readFormFile({ name, content }: DeploymentFile): FormReading {
  if (!name.endsWith('.form.json'))
    return refused('FILE_UNKNOWN', name, 'Navnet må slutte på .bpmn, .dmn eller .form.json.');
  const schema = jsonOf(content);
  const id = schema?.['$id'];
  const properties = schema?.['properties'];
  if (schema === undefined || typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
    return refused('FORM_INVALID', name, 'Skjemaet må være et JSON-objekt med en $id av små bokstaver og bindestrek.');
  if (schema['type'] !== 'object' || !isObject(properties))
    return refused('FORM_INVALID', id, 'Skjemaet må ha "type": "object" og "properties".');

  const wrong = Object.entries(properties).find(([, field]) => !isObject(field) || !fieldTypes.includes(field['type']));
  if (wrong !== undefined)
    return refused('FORM_FIELD_UNSUPPORTED', id, `Feltet «${wrong[0]}» har en type vi ikke kan vise.`);
  return { ok: true, form: { id, schema } };
}

function jsonOf(content: string): JsonObject | undefined {
  try {
    const parsed: Json = JSON.parse(content);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const refused = (code: string, element: string, melding: string): FormReading => ({
  ok: false,
  diagnostic: {
    severity: 'error',
    code,
    element,
    message: `Expected '${element}' to be a form that can be drawn, but it is not (${code})`,
    melding,
  },
});
