/**
 * The functions that an expression may call: FEEL's own, less those that ask a clock (`now`, `today`), sort by a function
 * written in the expression (`sort`), or are not there when the same expression is read again.
 */
export const builtInFunctions: ReadonlySet<string> = new Set(
  [
    'number,string,date,date and time,time,duration,years and months duration,not',
    'substring,string length,upper case,lower case,substring before,substring after,contains,starts with,ends with',
    'matches,replace,split,string join',
    'list contains,list replace,count,min,max,sum,mean,all,any,sublist,append,concatenate,insert before,remove,reverse',
    'index of,union,distinct values,flatten,product,median,stddev,mode',
    'decimal,floor,ceiling,abs,round up,round down,round half up,round half down,modulo,sqrt,log,exp,odd,even',
    'is,before,after,day of year,day of week,month of year,week of year',
    'get value,get entries,context,context merge,context put',
  ].flatMap((line) => line.split(',')),
);

/** Functions of FEEL that are refused because the engine has no clock: time comes in with the command. */
export const clockFunctions: ReadonlySet<string> = new Set(['now', 'today']);

/** Functions that read a regular expression: their pattern must be written in the diagram, not come from a variable. */
export const patternFunctions: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

const otherFunctions =
  'sort,meets,met by,overlaps,overlaps before,overlaps after,finishes,finished by,includes,during,starts,started by,coincides,partial,item';

/** Names that a process variable cannot have in an expression, because FEEL has given them a meaning. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...builtInFunctions,
  ...clockFunctions,
  ...otherFunctions.split(','),
]);
