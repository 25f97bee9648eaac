import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { RefusalError } from '../refusal.js';
import { readFeelValues } from './feel-values.js';

/** A request as it came, asked field by field; a field that is not what it must be is refused by its name. */
export class BenchRequest {
  constructor(readonly fields: JsonObject) {}

  /** A text that must be there. */
  text(field: string): string {
    return this.optionalText(field) ?? refuse(field, 'a text', undefined);
  }

  optionalText(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return typeof value === 'string' && value !== '' ? value : refuse(field, 'a text', value);
  }

  optionalWholeNumber(field: string): number | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? value
      : refuse(field, 'a whole number from 0', value);
  }

  wholeNumber(field: string): number {
    return this.optionalWholeNumber(field) ?? refuse(field, 'a whole number from 0', undefined);
  }

  flag(field: string): boolean {
    const value = this.value(field) ?? false;
    return typeof value === 'boolean' ? value : refuse(field, 'true or false', value);
  }

  optionalObject(field: string): JsonObject | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return isObject(value) ? value : refuse(field, 'an object', value);
  }

  /** An object that must be there, to be asked field by field. */
  part(field: string): BenchRequest {
    return new BenchRequest(this.optionalObject(field) ?? refuse(field, 'an object', undefined));
  }

  /** Variables; what JSON lacks is written as `{"$feel": "…"}`. Empty when they are not there. */
  variables(field: string): JsonObject {
    return readFeelValues(this.optionalObject(field) ?? {}, field);
  }

  /** An object whose values are texts; empty when it is not there. */
  textsByName(field: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.optionalObject(field) ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : refuse(`${field}.${name}`, 'a text', value),
      ]),
    );
  }

  /** A list of texts; empty when it is not there. */
  texts(field: string): readonly string[] {
    return this.list(field).map((value, at) =>
      typeof value === 'string' ? value : refuse(`${field}[${at}]`, 'a text', value),
    );
  }

  /** A list of objects that must be there. */
  objects(field: string): readonly BenchRequest[] {
    if (this.value(field) === undefined) refuse(field, 'a list of objects', undefined);
    return this.optionalObjects(field);
  }

  /** A list of objects; empty when it is not there. */
  optionalObjects(field: string): readonly BenchRequest[] {
    return this.list(field).map((value, at) =>
      isObject(value) ? new BenchRequest(value) : refuse(`${field}[${at}]`, 'an object', value),
    );
  }

  private list(field: string): readonly Json[] {
    const value = this.value(field) ?? [];
    return Array.isArray(value) ? value : refuse(field, 'a list', value);
  }

  // What is null was not said.
  private value(field: string): Json | undefined {
    return Object.hasOwn(this.fields, field) ? (this.fields[field] ?? undefined) : undefined;
  }
}

function refuse(field: string, expected: string, value: Json | undefined): never {
  const got = value === undefined ? 'it is not there' : `it is ${kindOf(value)}`;
  throw new RefusalError('BAD_REQUEST', `Expected '${field}' to be ${expected}, but ${got}`, { field });
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value).slice(0, 60)}`;
}
