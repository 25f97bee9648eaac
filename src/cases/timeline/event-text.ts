import type { ProcessEvent } from '../../engine/index.js';

type Thrown = Extract<ProcessEvent, { readonly type: 'EventThrown' }>;
type Caught = Extract<ProcessEvent, { readonly type: 'EventCaught' }>;

/** What the process said to others, or heard, in words for people; undefined for what speaks for itself elsewhere. */
export function eventText(event: ProcessEvent, { nodeName }: { readonly nodeName: string }): string | undefined {
  if (event.type === 'EventThrown') return thrownText(event, nodeName);
  return event.type === 'EventCaught' ? caughtText(event, nodeName) : undefined;
}

function thrownText({ kind }: Thrown, nodeName: string): string | undefined {
  switch (kind) {
    case 'message':
      return `Sendte melding: ${nodeName}.`;
    case 'signal':
      return `Ga signal: ${nodeName}.`;
    case 'error':
      return `Meldte feil: ${nodeName}.`;
    case 'escalation':
      return `Løftet opp: ${nodeName}.`;
    case 'compensation':
      return `Begynte å omgjøre: ${nodeName}.`;
    case 'cancel':
      return `Trakk tilbake: ${nodeName}.`;
    default:
      return undefined;
  }
}

// A message that comes is told when it is received, and an alarm is a detail.
function caughtText({ kind }: Caught, nodeName: string): string | undefined {
  switch (kind) {
    case 'signal':
      return `Hørte signal: ${nodeName}.`;
    case 'error':
      return `Tok seg av feil: ${nodeName}.`;
    case 'escalation':
      return `Ble løftet opp: ${nodeName}.`;
    case 'conditional':
      return `Vilkåret ble oppfylt: ${nodeName}.`;
    default:
      return undefined;
  }
}
