import pg from 'pg';
import { readingAs } from '../runtime/reading-as.js';
import type { TenantId } from '../runtime/ports.js';

/** What row-level security is told about a transaction; each lasts as long as the transaction. */
export interface AccessSettings {
  readonly tenant: TenantId;
  /** The roles of the reader, with commas between; `system` alone for the system, nothing where nobody has said who reads. */
  readonly roles: string;
  readonly reader: string;
}

/** The settings of a transaction that begins now. */
export function accessSettings(tenant: TenantId): AccessSettings {
  const reading = readingAs();
  if (reading === undefined) return { tenant, roles: '', reader: '' };
  if (reading === 'the system') return { tenant, roles: 'system', reader: '' };
  return { tenant, roles: reading.roles.join(','), reader: reading.id };
}

/** The statement that says them, in one piece: it goes in the same message as `begin`. */
export function sayAccess(tenant: TenantId): string {
  const { roles, reader } = accessSettings(tenant);
  return `${sayTenant(tenant)}, ${setting('app.reader_roles', roles)}, ${setting('app.reader', reader)}`;
}

/** The same for what changes cases: who may was decided before it began, and it must see all that it changes. */
export const saySystem = (tenant: TenantId): string => `${sayTenant(tenant)}, ${setting('app.reader_roles', 'system')}`;

const sayTenant = (tenant: TenantId): string => `select ${setting('app.tenant', tenant)}`;

const setting = (name: string, value: string): string => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`;
