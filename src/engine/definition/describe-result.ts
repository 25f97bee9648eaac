import { unreachable } from '../../shared/unreachable.js';
import type { EventResult } from './event-definition.js';

/** What an event lets happen, as the beginning of a Norwegian sentence; undefined when nothing does. */
export function describeResult(result: EventResult): string | undefined {
  switch (result.kind) {
    case 'none':
      return undefined;
    case 'message':
      return `sender meldingen «${result.message}»`;
    case 'job':
      return `sender ved hjelp av «${result.jobType}»`;
    case 'signal':
      return `sender signalet «${result.signal}» til alle som venter på det`;
    case 'error':
      return result.code === undefined ? 'melder en feil' : `melder feilen «${result.code}»`;
    case 'escalation':
      return result.code === undefined ? 'løfter saken opp' : `løfter opp «${result.code}»`;
    case 'terminate':
      return 'avslutter alt som pågår her';
    case 'compensation':
      return result.activity === undefined ? 'gjør om det som er gjort' : `gjør om «${result.activity}»`;
    case 'cancel':
      return 'avbryter transaksjonen';
    case 'link':
      return `fortsetter ved lenken «${result.link}»`;
    case 'multiple': {
      const parts = result.results.map(describeResult).filter((part) => part !== undefined);
      return parts.length === 0 ? undefined : parts.join(' og ');
    }
    default:
      return unreachable(result);
  }
}
