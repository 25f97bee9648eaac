import type { JuelNode } from './juel-node.js';

type ToFeel = (node: JuelNode) => string | undefined;
type Call = Extract<JuelNode, { readonly kind: 'call' }>;

/** FEEL for the few method calls that only look at values; undefined for every other call: code never runs. */
export function callToFeel(call: Call, toFeel: ToFeel): string | undefined {
  // Camunda's own two functions: the instant at which something is asked.
  if (call.of === undefined)
    return /^(?:now|dateTime)$/.test(call.name) && call.given.length === 0 ? 'now()' : undefined;
  if (call.of.kind === 'name' && (call.of.name === 'execution' || call.of.name === 'task')) return variableAsked(call);

  const of = toFeel(call.of);
  const given = call.given.map(toFeel);
  if (of === undefined || given.includes(undefined)) return undefined;
  const template = methods.get(`${call.name}/${given.length}`);
  return template?.(of, ...given.filter((one) => one !== undefined));
}

// `execution.getVariable('x')` is how code asks for x; nothing else of an execution has a meaning here.
function variableAsked({ name, given }: Call): string | undefined {
  const [asked] = given;
  if (given.length !== 1 || asked?.kind !== 'literal' || !/^"[\p{L}_][\p{L}\p{N}_]*"$/u.test(asked.feel))
    return undefined;
  const variable = asked.feel.slice(1, -1);
  if (/^getVariable(Local)?$/.test(name)) return variable;
  return /^hasVariable(Local)?$/.test(name) ? `${variable} != null` : undefined;
}

/** Whether something is missing or has nothing in it, as JUEL's `empty` asks. */
export const emptyInFeel = (of: string): string => `(${of} = null or ${of} = "" or ${of} = [] or ${of} = {}) = true`;

const itself = (of: string): string => of;

type Template = (of: string, first?: string, second?: string) => string;

const later = ([unit, one]: readonly [string, string]): readonly (readonly [string, Template])[] => [
  [`plus${unit}/1`, (of, count = '') => `${of} + ${count} * duration("${one}")`],
  [`minus${unit}/1`, (of, count = '') => `${of} - ${count} * duration("${one}")`],
];

const methods: ReadonlyMap<string, Template> = new Map<string, Template>([
  ['size/0', (of: string) => `count(${of})`],
  ['length/0', (of: string) => `string length(${of})`],
  ['isEmpty/0', emptyInFeel],
  [
    'contains/1',
    (of: string, one = '') =>
      `if ${of} instance of string then contains(${of}, ${one}) else list contains(${of}, ${one})`,
  ],
  ['equals/1', (of: string, one = '') => `${of} = ${one}`],
  ['equalsIgnoreCase/1', (of: string, one = '') => `lower case(${of}) = lower case(${one})`],
  ['concat/1', (of: string, one = '') => `string join([${of}, string(${one})])`],
  ['toDate/0', itself],
  ...Object.entries({ Years: 'P1Y', Months: 'P1M', Weeks: 'P7D', Days: 'P1D' }).flatMap(later),
  ...Object.entries({ Hours: 'PT1H', Minutes: 'PT1M', Seconds: 'PT1S' }).flatMap(later),
  ['toString/0', (of: string) => `string(${of})`],
  ['startsWith/1', (of: string, one = '') => `starts with(${of}, ${one})`],
  ['endsWith/1', (of: string, one = '') => `ends with(${of}, ${one})`],
  ['toUpperCase/0', (of: string) => `upper case(${of})`],
  ['toLowerCase/0', (of: string) => `lower case(${of})`],
  ['substring/1', (of: string, from = '') => `substring(${of}, ${from} + 1)`],
  ['substring/2', (of: string, from = '', to = '') => `substring(${of}, ${from} + 1, ${to} - ${from})`],
  ['containsKey/1', (of: string, key = '') => `get value(${of}, ${key}) != null`],
  ['get/1', (of: string, at = '') => (at.startsWith('"') ? `get value(${of}, ${at})` : `${of}[${at} + 1]`)],
  ['intValue/0', itself],
  ['longValue/0', itself],
  ['doubleValue/0', itself],
  ['booleanValue/0', itself],
]);
