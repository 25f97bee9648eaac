import type { DeadlineRule } from '../../engine/index.js';
import type { LocalDate } from '../../shared/time.js';

type Version = Pick<DeadlineRule, 'id' | 'validFrom' | 'validTo'>;

/**
 * The register from the day on which prepared rules become law: what they replace ends that day, for deadlines that begin
 * then. Deadlines that run already keep the version they began with.
 */
export function bringIntoForce<Row extends Version>(
  register: readonly Row[],
  prepared: readonly Omit<Row, 'validFrom' | 'validTo'>[],
  on: LocalDate,
): readonly (Row | (Omit<Row, 'validFrom' | 'validTo'> & { readonly validFrom: LocalDate }))[] {
  const replaced = new Set(prepared.map(({ id }) => id));
  const isOpen = ({ id, validFrom, validTo }: Version): boolean =>
    replaced.has(id) && validFrom < on && (validTo === undefined || validTo > on);
  const before = register.map((rule) => (isOpen(rule) ? { ...rule, validTo: on } : rule));
  return [...before, ...prepared.map((rule) => ({ ...rule, validFrom: on }))];
}
