import type { ProcessEvent } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';

type NameOf = (actor: Id<'Actor'>) => string;

/** What somebody did to the case as a whole, in words for people. */
export function operationText(event: ProcessEvent, { nameOf }: { readonly nameOf: NameOf }): string | undefined {
  switch (event.type) {
    case 'ProcessInstanceSuspended':
      return `${nameOf(event.by)} satte saken på vent.`;
    case 'ProcessInstanceResumed':
      return `${nameOf(event.by)} lot saken gå videre.`;
    case 'ReasonGiven':
      return `${nameOf(event.by)} skrev hvorfor: ${event.reason}`;
    case 'CaseLookedAt':
      return `${nameOf(event.by)} har sett på saken.`;
    case 'ProcessInstanceModified':
      return `${nameOf(event.by)} flyttet saken i diagrammet.`;
    case 'ProcessInstanceMigrated':
      return `${nameOf(event.by)} flyttet saken til versjon ${event.definition.version} av prosessen.`;
    default:
      return undefined;
  }
}
