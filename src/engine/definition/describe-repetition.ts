import { isActivity, type Activity, type AdHocSubProcess, type FlowNode } from './flow-node.js';
import type { MultiInstance, StandardLoop } from './loop.js';

/** How often and in which order the work of a node is done, as plain Norwegian sentences; none for what is done once. */
export function describeRepetition(node: FlowNode): readonly string[] {
  if (!isActivity(node)) return [];
  return [
    ...(node.multiInstance === undefined ? [] : [instancesText(node.multiInstance)]),
    ...(node.standardLoop === undefined ? [] : [loopText(node.standardLoop)]),
    ...(node.kind === 'adHocSubProcess' ? [adHocText(node)] : []),
    ...quantityTexts(node),
  ];
}

function instancesText({ sequential, collection, cardinality, completionCondition }: MultiInstance): string {
  const often = collection === undefined ? `${cardinality ?? '0'} ganger` : `én gang for hver i ${collection}`;
  const until = completionCondition === undefined ? '' : `, til ${completionCondition}`;
  return `Gjøres ${often}, ${sequential ? 'den ene etter den andre' : 'alle samtidig'}${until}.`;
}

function loopText({ condition, maximum, testBefore }: StandardLoop): string {
  const most = maximum === undefined ? '' : `${condition === undefined ? ' ' : ', høyst '}${maximum} ganger`;
  if (condition === undefined) return `Gjøres${most === '' ? ' én gang' : most}.`;
  return testBefore
    ? `Gjøres så lenge ${condition}${most}.`
    : `Gjøres, og gjøres om igjen så lenge ${condition}${most}.`;
}

function adHocText({ ordering, completionCondition }: AdHocSubProcess): string {
  const order = ordering === 'parallel' ? 'i fri rekkefølge' : 'én om gangen';
  return `Innholdet gjøres ${order}${completionCondition === undefined ? '' : `, til ${completionCondition}`}.`;
}

function quantityTexts({ startQuantity = 1, completionQuantity = 1 }: Activity): readonly string[] {
  return [
    ...(startQuantity > 1 ? [`Begynner når ${startQuantity} er kommet hit.`] : []),
    ...(completionQuantity > 1 ? [`Går videre ${completionQuantity} ganger på hver vei.`] : []),
  ];
}
