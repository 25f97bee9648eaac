import type { FeelFunction } from '../values/feel-value.js';
import { booleanFunctions } from './boolean.js';
import { contextFunctions } from './context.js';
import { conversionFunctions } from './conversion.js';
import { valueOf } from './invoke.js';
import { listFunctions } from './list.js';
import { numericFunctions } from './numeric.js';
import { patternFunctions } from './pattern.js';
import { rangeFunctions } from './range.js';
import type { BuiltIn } from './signature.js';
import { statisticsFunctions } from './statistics.js';
import { temporalFunctions } from './temporal.js';
import { textFunctions } from './text.js';

const all: ReadonlyMap<string, BuiltIn> = new Map(
  [
    ...booleanFunctions,
    ...contextFunctions,
    ...conversionFunctions,
    ...listFunctions,
    ...numericFunctions,
    ...patternFunctions,
    ...rangeFunctions,
    ...statisticsFunctions,
    ...temporalFunctions,
    ...textFunctions,
  ].map((one) => [one.name, one]),
);

const values: ReadonlyMap<string, FeelFunction> = new Map([...all].map(([name, one]) => [name, valueOf(one)]));

/** The function that FEEL brings along under a name (DMN 1.5 §10.3.4). */
export const builtInNamed = (name: string): BuiltIn | undefined => all.get(name);

/** The same function as a value that can be passed on. */
export const builtInValue = (name: string): FeelFunction | undefined => values.get(name);
