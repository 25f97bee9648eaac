import type { Wording } from '../../xml/diagnostic.js';
import { callRecursion } from '../../soundness/call-recursion.js';
import { checkSoundness } from '../../soundness/check-soundness.js';
import type { Finding } from '../../soundness/play-net.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { error, warning, type Diagnostic } from '../../xml/diagnostic.js';
import { isStrict, type ProcessRule } from './rule.js';

/**
 * Tokens neither get stuck nor multiply (BPMN 2.0.2 §13.4.1: both can be drawn, and are executed as drawn). A warning with
 * the way that shows it; for production it is refused.
 */
export const sound: ProcessRule = (definition, known) =>
  checkSoundness(definition).map((finding) =>
    (isStrict(known) ? error : warning)(finding.kind, finding.element, wordingOf(finding)),
  );

function wordingOf({ kind, element, witness }: Finding): Wording {
  const way = witness.length > 12 ? [...witness.slice(0, 4), '…', ...witness.slice(-7)] : witness;
  if (kind === 'deadlock') {
    return {
      witness,
      message: `Expected every token to come on, but one can get stuck at '${element}': ${way.join(' → ')}`,
      melding: `Saken kan stoppe for alltid i «${element}», som venter på en vei som ikke blir tatt. Bruk samme slags port der veiene deler seg og møtes.`,
    };
  }
  return {
    witness,
    message: `Expected ways that run in parallel to be joined, but several tokens can come to '${element}': ${way.join(' → ')}`,
    melding: `Parallelle veier møtes i «${element}» uten å vente på hverandre, så det som følger, gjøres flere ganger. Bruk en parallell port.`,
  };
}

/** Processes that call each other in a ring: allowed where a condition ends it, and worth a warning. */
export const recursions = (definitions: readonly UnversionedDefinition[]): readonly Diagnostic[] =>
  callRecursion(definitions).map(({ element, witness }) =>
    warning('call-recursion', element, {
      witness,
      message: `Expected calls to come to an end, but '${element}' leads back to its own process: ${witness.join(' → ')}`,
      melding: `Kallet «${element}» fører tilbake til sin egen prosess. Pass på at en betingelse stopper det.`,
    }),
  );
