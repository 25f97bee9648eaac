import type { TenantId } from '../../runtime/ports.js';

/** What a municipality is called in a sentence, e.g. `Trondheim kommune`. */
export type MunicipalityName = (tenant: TenantId) => Promise<string>;
