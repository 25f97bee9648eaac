import type { CompiledProcess, DeadlineRegister } from '../engine/index.js';
import { compileProcess, decide } from '../engine/index.js';
import { decisionsFor } from './decision-shelf.js';
import type { DecisionSource } from './decision-ports.js';
import type { Decide, DefinitionReference, DefinitionSource } from './ports.js';

/**
 * A list that somebody sends in must not become more work than people can look through; the weekly round of the largest city, where
 * each who waits is an item, must have room.
 */
const mostBodies = 5_000;

/** A task without a date would be nobody's to ask for: this is the date by which somebody looks at it (invariant W). */
const twoWeeks = 'P14D';

/**
 * Makes the `decide` that the store calls: with the deployed version that an instance is pinned to, compiled once, and the
 * deadline register, and the rules that are deployed now.
 */
export function decideWithDefinition(
  source: DefinitionSource & DecisionSource,
  deadlineRegister: DeadlineRegister,
): Decide {
  const compiled = new Map<string, Promise<CompiledProcess>>();

  const processOf = (reference: DefinitionReference): Promise<CompiledProcess> => {
    const key = `${reference.tenant}/${reference.key}/${reference.version}`;
    const known = compiled.get(key) ?? load(source, reference);
    compiled.set(key, known);
    // What could not be read is asked for again: the database may only have been away.
    known.catch(() => compiled.delete(key));
    return known;
  };

  return async (before, command, reference) => {
    const process = await processOf(reference);
    const target = reference.target && (await processOf(reference.target));
    const decisions = await decisionsFor(source, reference.target ?? reference, (target ?? process).definition);
    return decide(before, command, {
      process,
      deadlineRegister,
      mostBodies,
      watchesNextStep: true,
      tasksDueWithin: twoWeeks,
      ...(decisions === undefined ? {} : { decisions }),
      ...(target === undefined ? {} : { target }),
    });
  };
}

async function load(source: DefinitionSource, reference: DefinitionReference): Promise<CompiledProcess> {
  const definition = await source.load(reference);
  if (definition !== undefined) return compileProcess(definition);

  throw new Error(`Expected version ${reference.version} of process '${reference.key}' to be deployed, but it is not`);
}
