import { needed, pairOf, requireYes, type Given, type Options } from './given.js';
import type { Work } from './command.js';
import { UsageError } from './failure.js';
import { readJson } from './read-json.js';

/** What is asked of one case, or of each case of a batch: how it is written, and the body that asks for it. */
export interface Operation {
  readonly usage: string;
  readonly options: Options;
  readonly body: (work: Work) => object | Promise<object>;
}

/** An operation that says why, beside what it says of its own. */
const reasoned = ({ usage, options, body }: Operation): Operation => ({
  usage: `${usage} --reason <why>`.trimStart(),
  options: { ...options, reason: 'text' },
  body: async (work) => {
    const reason = needed(work.given, 'reason');
    return { ...(await body(work)), reason };
  },
});

const onlyReason = reasoned({ usage: '', options: {}, body: () => ({}) });

/** The operations that one case and a batch have in common, by the names that the API has for them. */
export const operations = {
  suspend: onlyReason,
  resume: onlyReason,
  cancel: {
    usage: '--reason <why> [--without-decision trukket|feilregistrert] --yes',
    options: { reason: 'text', 'without-decision': 'text', yes: 'flag' },
    body: ({ given }) => {
      const withoutDecision = given.text('without-decision');
      const body = finalBody(given, 'ending a case before its time');
      return withoutDecision === undefined ? body : { ...body, withoutDecision };
    },
  },
  delete: {
    usage: '--reason <why> --yes',
    options: { reason: 'text', yes: 'flag' },
    body: ({ given }) => finalBody(given, 'deleting a case'),
  },
  modify: reasoned({
    usage: '[--move <from>=<to>]… [--cancel <node>]… [--start <node>]… | --file <json>',
    options: { move: 'texts', cancel: 'texts', start: 'texts', file: 'text' },
    body: modification,
  }),
  'set-variables': reasoned({
    usage: '--variables <json file>',
    options: { variables: 'text' },
    body: async (work) => ({ variables: await neededJson(work, 'variables') }),
  }),
  migrate: reasoned({
    usage: '--to <version> [--map <from>=<to>]… [--dry-run]',
    options: { to: 'text', map: 'texts', 'dry-run': 'flag' },
    body: ({ given }) => migrationBody(given),
  }),
  restart: reasoned({
    usage: '[--to <version>] [--start <node>]…',
    options: { to: 'text', start: 'texts' },
    body: ({ given }) => {
      const version = given.number('to');
      const startAt = given.texts('start').map((node) => ({ node }));
      return { ...(version === undefined ? {} : { version }), ...(startAt.length > 0 ? { startAt } : {}) };
    },
  }),
} as const satisfies Readonly<Record<string, Operation>>;

function finalBody(given: Given, what: string): object {
  requireYes(given, what);
  return { reason: needed(given, 'reason') };
}

async function modification(work: Work): Promise<object> {
  const { given } = work;
  const moves = given.texts('move').map((text) => pairOf('move', text));
  const cancel = [...given.texts('cancel'), ...moves.map(([from]) => from)].map((node) => ({ node }));
  const start = [...given.texts('start'), ...moves.map(([, to]) => to)].map((node) => ({ node }));
  const file = await readJson(work, 'file');
  if ((file === undefined) === (cancel.length + start.length === 0)) {
    throw new UsageError('Expected --move, --cancel and --start, or --file.');
  }
  return file ?? { cancel, start };
}

async function neededJson(work: Work, option: string): Promise<object> {
  needed(work.given, option);
  return (await readJson(work, option)) ?? {};
}

/** Where a case goes on, and by which mapping. */
export function migrationBody(given: Given): object {
  needed(given, 'to');
  const mapping = given.texts('map').map((text) => pairOf('map', text));
  return { version: given.number('to'), ...(mapping.length > 0 ? { mapping: Object.fromEntries(mapping) } : {}) };
}
