import { isAboutLease } from '../../cases/access/start-variables.js';
import type { CaseOfPerson } from '../../runtime/only-open-case.js';
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
 * Whom a case about a lease is about, who has no other open one of the same process; undefined for all other processes. Refuses it where the
 * lease is not the one of that home and that tenant now: on a page that has stood open since somebody moved, a notice would go to the wrong
 * person.
 */
export async function caseOfLease(
  { homes }: Pick<ApiPorts, 'homes'>,
  tenant: TenantId,
  { process, variables: { bolig, leieforhold, soker } }: Wanted,
): Promise<CaseOfPerson | undefined> {
  if (!isAboutLease(process)) return undefined;
  const home = typeof bolig === 'string' ? await homes.reader.home(tenant, idOf<'Home'>(bolig)) : undefined;
  const now = home?.tenancy;
  if (now !== undefined && now.id === leieforhold && now.person === soker) return { process, person: now.person };
  const message = 'Leieavtalen gjelder ikke denne boligen og denne leieren nå. Åpne boligen på nytt.';
  throw problem('invalid-input', { errors: [{ path: 'variables.leieforhold', message }] });
}
