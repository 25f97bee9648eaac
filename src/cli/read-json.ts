import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../shared/json.js';
import { UsageError } from './failure.js';
import type { Work } from './command.js';

/**
 * The JSON object in the file that an option names, or on standard input for `-`. Never among the words of the command, where
 * others on the machine read it.
 */
export async function readJson({ given, readInput }: Work, option: string): Promise<JsonObject | undefined> {
  const file = given.text(option);
  if (file === undefined) return undefined;
  const text = file === '-' ? await readInput() : await readText(option, file);
  try {
    const read: unknown = JSON.parse(text);
    if (isObject(read)) return read;
  } catch {
    // Said below: the parser's own words would repeat what is in the file.
  }
  throw new UsageError(`Expected --${option} to name a file with a JSON object.`);
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a file that an option names. */
export async function readText(option: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Expected to read '${file}' for ${option}, but it cannot be read.`);
  });
}
