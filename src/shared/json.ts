/** What a process variable may hold: plain data that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; also the shape of a set of process variables. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether a value is a list of JSON values. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Whether a value is a JSON object: neither a list nor null. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

/** The value where it is a list, else an empty one. */
export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** The value where it is an object, else an empty one. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The value where it is text, else an empty one. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
