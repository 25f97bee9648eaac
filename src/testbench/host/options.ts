import type { Json, JsonObject } from '../../shared/json.js';
import { RefusalError } from '../refusal.js';

/** What is done otherwise than in production, as the author of a test asks for it; absent: as in production. */
export interface Options {
  readonly decisions?: 'lenient';
  readonly scripts?: 'jobs';
  readonly manualTasks?: 'wait';
  readonly jobs?: 'auto';
  readonly dialect?: 'camunda7' | 'zeebe';
}

/** Reads options on top of those that hold; one that nobody knows is refused. */
export function readOptions(asked: JsonObject, before: Options = {}): Options {
  return Object.entries(asked).reduce((options, [name, value]) => ({ ...options, ...readOption(name, value) }), before);
}

function readOption(name: string, value: Json): Options {
  if (name === 'decisions' && value === 'lenient') return { decisions: value };
  if (name === 'scripts' && value === 'jobs') return { scripts: value };
  if (name === 'manualTasks' && value === 'wait') return { manualTasks: value };
  if (name === 'jobs' && value === 'auto') return { jobs: value };
  if (name === 'dialect' && (value === 'camunda7' || value === 'zeebe')) return { dialect: value };
  throw new RefusalError(
    'UNKNOWN_OPTION',
    `Expected one of decisions: lenient, scripts: jobs, manualTasks: wait, jobs: auto, dialect: camunda7 or zeebe, but got ${name}: ${JSON.stringify(value).slice(0, 60)}`,
    { option: name },
  );
}
