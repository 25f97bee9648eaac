import type { FlowNode } from '../../definition/flow-node.js';
import { warning } from '../../xml/diagnostic.js';
import type { ProcessRule } from './rule.js';

// Letters of other alphabets that are drawn like Latin ones.
const drawnAlike = new Map(
  [...'АВЕЅІЈКМНОРСТУХаеіјорсухԁѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧονᴀ'].map((letter, at): [string, string] => [
    letter,
    [...'ABESIJKMHOPCTYXaeijopcyxdsABEZHIKMNOPTYXova'][at] ?? letter,
  ]),
);

const drawingOf = (name: string): string => [...name].map((letter) => drawnAlike.get(letter) ?? letter).join('');

/** No two names look the same without being the same: one of them has letters of another alphabet. Only a warning. */
export const namesLookDifferent: ProcessRule = ({ nodes }) => {
  const byDrawing = new Map<string, FlowNode>();
  return [...nodes.values()].flatMap((node) => {
    const drawing = drawingOf(node.name);
    const other = byDrawing.get(drawing) ?? node;
    byDrawing.set(drawing, other);
    if (other.name === node.name) return [];
    return [
      warning('name-lookalike', node.id, {
        message: `Expected the name of '${node.id}' to look different from that of '${other.id}', but only their alphabets differ`,
        melding: `Navnet ser ut som navnet på «${other.id}», men har bokstaver fra et annet alfabet. Skriv det på nytt.`,
      }),
    ];
  });
};
