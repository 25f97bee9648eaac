/** What a process variable may hold: plain data that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; also the shape of a set of process variables. */
export interface JsonObject {
  readonly [name: string]: Json;
}
