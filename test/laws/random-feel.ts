/** A source of whole numbers below a bound that gives the same row for the same seed. */
export type Dice = (below: number) => number;

/** Dice that always fall the same way for a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const names = [
  'a',
  'b',
  'liste',
  'soknad',
  'item',
  '?',
  'partial',
  'ukjent',
  '__proto__',
  'constructor',
  'toString',
  'a b',
];
const literals = [
  '1',
  '0',
  '-2',
  '2.5',
  '1e30',
  '9007199254740993',
  '.5',
  '"x"',
  '""',
  '"\\u0041🐎"',
  'true',
  'false',
  'null',
  '[]',
  '{}',
  '@"2026-01-05"',
  '@"P1D"',
  '@"-P1Y"',
  '@"10:00:00@Europe/Oslo"',
  '@"2026-03-29T02:30:00@Europe/Oslo"',
  '@"x"',
  'date("999999999-12-31")',
  'duration("P999999999D")',
];
const functions =
  'date,time,date and time,duration,years and months duration,number,string,not,substring,string length,upper case,lower case,substring before,substring after,replace,contains,starts with,ends with,matches,split,string join,list contains,list replace,count,min,max,sum,mean,all,any,sublist,append,concatenate,insert before,remove,reverse,index of,union,distinct values,flatten,product,median,stddev,mode,sort,decimal,floor,ceiling,round up,round half down,abs,modulo,sqrt,log,exp,odd,even,is,before,after,meets,overlaps,finishes,includes,during,starts,coincides,day of year,day of week,month of year,week of year,get value,get entries,context,context put,context merge,range,now,today,nothing'.split(
    ',',
  );
const operators = [
  '+',
  '-',
  '*',
  '/',
  '**',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  ' and ',
  ' or ',
  ' in ',
  '==',
  '..',
  ' between ',
];
const types = [
  'number',
  'list<number>',
  'context<a: string>',
  'function<number>->string',
  'range<date>',
  'Any',
  'date and time',
  'tUnknown',
];
const noise = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  '\\',
  '@',
  '`',
  '\u0000',
  '\ud83d',
  '/*',
  '//',
  '..',
  '...',
  ',',
  ':',
  ' ',
  '\n',
  '#',
  '$',
  '%',
  'æ',
  'if',
  'then',
  'for',
  'in',
  'return',
  'function',
];

type Form = (dice: Dice, inner: () => string) => string;

const forms: readonly Form[] = [
  (dice) => pick(literals, dice),
  (dice) => pick(names, dice),
  (dice, inner) => `${inner()} ${pick(operators, dice)} ${inner()}`,
  (dice, inner) => `${pick(functions, dice)}(${several(dice, inner)})`,
  (_, inner) => `(${inner()})`,
  (_, inner) => `-${inner()}`,
  (dice, inner) => `[${several(dice, inner)}]`,
  (dice, inner) => `{${pick(names, dice)}: ${inner()}, "k ${dice(9)}": ${inner()}}`,
  (dice, inner) => `${pick(['[', '(', ']'], dice)}${inner()}..${inner()}${pick([']', ')', '['], dice)}`,
  (_, inner) => `if ${inner()} then ${inner()} else ${inner()}`,
  (dice, inner) => `for ${pick(names, dice)} in ${inner()} return ${inner()}`,
  (dice, inner) => `for i in ${dice(5)}..${pick(['3', '99', '50000000', '-4'], dice)} return ${inner()}`,
  (dice, inner) => `${pick(['some', 'every'], dice)} x in ${inner()}, y in ${inner()} satisfies ${inner()}`,
  (_, inner) => `${inner()}[${inner()}]`,
  (dice, inner) => `${inner()}${pick(['.', '...'], dice)}${pick([...names, 'year', 'time offset', 'start'], dice)}`,
  (dice, inner) => `function(${pick(['', 'x', 'x, y', 'x: number'], dice)}) ${inner()}`,
  (dice, inner) => `(${inner()})(${several(dice, inner)})`,
  (dice, inner) => `${inner()} instance of ${pick(types, dice)}`,
  (_, inner) => `${inner()} between ${inner()} and ${inner()}`,
  (dice, inner) => `${inner()} in (${several(dice, inner)}, < ${inner()})`,
  (dice, inner) => `sort(${inner()}, function(x, y) x ${pick(operators, dice)} y)`,
  (dice, inner) => `{f: function(x) if ${inner()} then x else f(${inner()}), r: f(${dice(9)})}.r`,
];

const pick = <Item>(items: readonly Item[], dice: Dice): Item => {
  const item = items[dice(items.length)];
  if (item === undefined) throw new Error('Expected dice that stay below their bound, but they do not');
  return item;
};

const several = (dice: Dice, inner: () => string): string => Array.from({ length: dice(4) }, inner).join(', ');

/** A FEEL expression by its grammar, one in three of them spoilt: a part left out, doubled, or noise put in. */
export function randomFeel(dice: Dice): string {
  let left = 2 + dice(12);
  const expression = (): string => {
    left -= 1;
    return pick(left > 0 ? forms : forms.slice(0, 2), dice)(dice, expression);
  };
  let source = expression().slice(0, 2_000);
  for (let spoilt = dice(3) === 0 ? 1 + dice(4) : 0; spoilt > 0; spoilt--) {
    const at = dice(source.length + 1);
    const put = dice(2) === 0 ? pick(noise, dice) : source.slice(at, at + dice(6));
    source = source.slice(0, at) + put + source.slice(at + dice(4));
  }
  return source;
}
