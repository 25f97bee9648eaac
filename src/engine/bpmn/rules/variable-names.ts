import { isActivity, type FlowNode } from '../../definition/flow-node.js';
import { reservedNames } from '../../expression/built-in-functions.js';
import { error } from '../../xml/diagnostic.js';
import { isStrict, type ProcessRule } from './rule.js';

const plainName = /^[\p{L}_][\p{L}\p{N}_]{0,99}$/u;

/**
 * Variables that a diagram writes can be read again without care: one word, and not a word of FEEL's own. FEEL knows
 * names of several words too, so that this is our own rule.
 */
export const writableNames: ProcessRule = ({ nodes }, known) =>
  [...nodes.values()].flatMap((node) =>
    writtenBy(node)
      .filter(() => isStrict(known))
      .filter((name) => !plainName.test(name) || reservedNames.has(name))
      .map((name) =>
        error('variable-name', node.id, {
          message: `Expected '${node.id}' to write to a variable with a plain name, but got '${name}'`,
          melding: `«${name}» kan ikke være navn på en variabel. Bruk ett ord uten bindestrek, og ikke «item» eller «partial».`,
        }),
      ),
  );

function writtenBy(node: FlowNode): readonly string[] {
  if (!isActivity(node)) return [];
  const { inputs, outputs, multiInstance } = node;
  const loop = multiInstance && [multiInstance.elementVariable, multiInstance.outputCollection];
  return [...[...inputs, ...outputs].map(({ target }) => target), ...(loop ?? [])].filter((name) => name !== undefined);
}
