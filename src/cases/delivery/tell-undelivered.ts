import type { ActorDirectory, Person } from '../../runtime/case-ports.js';
import type { CaseKeepers, Undelivered } from '../../runtime/notice-ports.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { fillTemplate } from '../fill-template.js';
import type { Postbox } from '../notifications/postbox.js';

/** Tells whoever has the cases that a message did not arrive, and why. Safe to repeat. */
export type TellUndelivered = (tenant: TenantId, undelivered: Undelivered, reason: string) => Promise<void>;

/** What is needed to tell it. */
export interface TellUndeliveredParts {
  readonly postbox: Postbox;
  readonly keepers: CaseKeepers;
  readonly directory: ActorDirectory;
  readonly clock: Pick<Clock, 'now'>;
  readonly publicUrl: string;
}

/** Makes the teller: the keeper of each case hears it, and the administrators where there is no other keeper than the one it was for. */
export function createTellUndelivered(parts: TellUndeliveredParts): TellUndelivered {
  return async (tenant, { key, to, cases }, reason) => {
    const at = await parts.clock.now(tenant);
    for (const processInstanceId of cases) {
      const link = `${parts.publicUrl}/saker/${processInstanceId}`;
      for (const person of await listeners(parts, tenant, { processInstanceId, to })) {
        await parts.postbox.deliver(person, {
          ...{ tenant, processInstanceId, at, kind: 'undeliverable' },
          key: `${key}/undeliverable/${processInstanceId}/${person.id}`,
          words: ({ varsler: { undeliverable } }, language) => {
            const values = { navn: person.name, grunn: reason, lenke: link };
            return {
              subject: fillTemplate(undeliverable.emne, values, language),
              text: fillTemplate(undeliverable.tekst, values, language),
            };
          },
        });
      }
    }
  };
}

async function listeners(
  { keepers, directory }: TellUndeliveredParts,
  tenant: TenantId,
  { processInstanceId, to }: { readonly processInstanceId: Id<'ProcessInstance'>; readonly to: Id<'Actor'> },
): Promise<readonly Person[]> {
  const keeper = await keepers.keeperOf(tenant, processInstanceId);
  const person = keeper === undefined || keeper === to ? undefined : await directory.person(tenant, keeper);
  return person === undefined ? directory.membersOf(tenant, ['admin']) : [person];
}
