import { listOf, objectOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import type { FieldProblem } from './check-form.js';

/**
 * The answers that are none of the choices that the case gives (`"x-choices-from": "alternativer"`). Where the case has no such list,
 * anything may be written.
 */
export const choiceProblems = (schema: JsonObject, answers: JsonObject, known: JsonObject): readonly FieldProblem[] =>
  Object.entries(objectOf(schema['properties'])).flatMap(([path, field]) => {
    const source = objectOf(field)['x-choices-from'];
    const choices = typeof source === 'string' ? listOf(known[source]) : [];
    const answer = answers[path];
    if (choices.length === 0 || answer === undefined || answer === null || answer === '') return [];
    return choices.includes(answer) ? [] : [{ path, message: 'Velg ett av svarene i listen.' }];
  });
