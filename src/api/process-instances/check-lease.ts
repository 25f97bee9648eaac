import { isAboutLease } from '../../cases/access/start-variables.js';
import type { TenantId } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';

/** What is to begin, and with what. */
interface Wanted {
  readonly process: string;
  readonly variables: JsonObject;
}

/**
 * Refuses a case about a lease that is not the one of its home and its tenant now: on a page that has stood open since somebody moved, a
 * notice would go to the wrong person.
 */
export async function checkLease(
  { homes }: Pick<ApiPorts, 'homes'>,
  tenant: TenantId,
  { process, variables: { bolig, leieforhold, soker } }: Wanted,
): Promise<void> {
  if (!isAboutLease(process)) return;
  const home = typeof bolig === 'string' ? await homes.reader.home(tenant, idOf<'Home'>(bolig)) : undefined;
  const now = home?.tenancy;
  if (now !== undefined && now.id === leieforhold && now.person === soker) return;
  const message = 'Leieavtalen gjelder ikke denne boligen og denne leieren nå. Åpne boligen på nytt.';
  throw problem('invalid-input', { errors: [{ path: 'variables.leieforhold', message }] });
}
