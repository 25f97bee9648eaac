import { isActivity, type FlowNode } from '../../definition/flow-node.js';
import { linksFrom } from '../../definition/links.js';
import { warning } from '../../xml/diagnostic.js';
import type { ProcessRule } from './rule.js';

/** Which of several start events without a trigger begins must be said by whoever starts (§10.5.2). */
export const oneStart: ProcessRule = ({ scopes, nodes, key }) => {
  const starts = (scopes.get(key)?.startEvents ?? []).map((id) => nodes.get(id));
  const none = starts.filter((node) => node?.kind === 'startEvent' && node.trigger.kind === 'none');
  if (none.length < 2) return [];
  return [
    warning('several-start-events', key, {
      message: `Expected one start event without a trigger in '${key}', but there are ${none.length}`,
      melding: 'Det er flere starthendelser uten tid eller melding. Den som starter saken, må si hvilken.',
    }),
  ];
};

/** A way that just stops is allowed (§13.2: an implicit end), but rarely meant. */
export const endsAtEndEvent: ProcessRule = ({ nodes }) =>
  [...nodes.values()]
    .filter((node) => stopsSilently(node) && nodes.get(node.scope)?.kind !== 'adHocSubProcess')
    .map(({ id }) =>
      warning('implicit-end', id, {
        message: `Expected a way on from '${id}', but there is none: the token ends here`,
        melding: 'Her stopper flyten uten slutthendelse. Tegn en slutthendelse, så alle ser at det er meningen.',
      }),
    );

function stopsSilently(node: FlowNode): boolean {
  if (node.outgoing.length > 0 || node.kind === 'endEvent' || node.kind === 'eventSubProcess') return false;
  if (node.kind === 'boundaryEvent') return node.trigger.kind !== 'compensation';
  return !(isActivity(node) && node.isForCompensation === true) && linksFrom(node).length === 0;
}
