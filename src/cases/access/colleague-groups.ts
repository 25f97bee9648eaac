import type { Actor } from '../../engine/index.js';
import type { Role } from './role-matrix.js';
import { rolesOf } from './role-of-group.js';

// Applicants, those who act for them and elected people have no colleagues here: nobody is told who else there is.
// prettier-ignore
const staff: readonly Role[] = [
  'hvk', 'bst', 'botiltaksleder', 'ambulant', 'nav', 'te', 'vaktmester', 'klagebehandler', 'prosjektleder', 'fagstab', 'personvernombud', 'admin',
];

/** The groups whose members somebody may choose a substitute among: the units they work in. */
export const colleagueGroups = ({ groups }: Pick<Actor, 'groups'>): readonly string[] =>
  groups.filter((group) => rolesOf({ groups: [group] }).some((role) => staff.includes(role)));
