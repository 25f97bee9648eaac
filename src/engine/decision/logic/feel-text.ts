import { compileFeel } from '../../expression/compile-feel.js';
import type { Dialect } from '../../expression/syntax/parse.js';
import type { FeelValue } from '../../expression/values/feel-value.js';
import { error, warning } from '../../xml/diagnostic.js';
import { textOf, type DmnElement } from '../read/dmn-element.js';
import { isFeelNamespace } from '../../expression/values/type-names.js';
import { withValue, type Logic, type Place } from './logic.js';
import { typesIn, wordsOf } from './sight.js';

/** A text of the model as FEEL: compiled at deploy, refused or, where the model is read leniently, null with the reason. */
export function compileText(source: string, place: Place, dialect: Dialect = 'expression'): Logic {
  const words = wordsOf(source);
  const types = typesIn(place.model.types, words);
  const compiled = compileFeel(source, { dialect, names: place.sight.namesIn(words), types });
  if (!compiled.ok) return refuse(place, compiled.message);
  const { feel } = compiled;
  return (scope, { run }) => feel.evaluateWithin(run, scope);
}

/** A test of a cell (DMN 1.5 §7.3.11): whether it holds for a value, which it also sees as `?`. */
export function compileTest(source: string, place: Place): (value: FeelValue) => Logic {
  const test = compileText(source, place, 'unary-tests');
  return (value) => (scope, going) => test(withValue(scope, '?', value), going);
}

/** The FEEL of an element with a `text` child; absent where there is no text. Other languages are refused. */
export function feelTextOf(element: DmnElement, place: Place): string | undefined {
  const language = textOf(element, 'expressionLanguage') ?? place.model.language;
  if (language !== undefined && !isFeel(language)) {
    refuse(place, `Expected FEEL, but the expression language is '${language}'`);
    return undefined;
  }
  return textOf(element, 'text');
}

const isFeel = (language: string): boolean => /^(?:s-)?feel$/i.test(language) || isFeelNamespace(language);

/** Says that something cannot be executed; gives what stands in its place where that is only a warning. */
export function refuse({ element, model }: Place, reason: string): Logic {
  const wording = { message: reason, melding: `Uttrykket kan ikke brukes: rett det. (${reason})` };
  model.report(
    model.isLenient ? warning('invalid-expression', element, wording) : error('invalid-expression', element, wording),
  );
  return (_, { run }) => run.warn(reason);
}
