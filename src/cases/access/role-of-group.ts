import type { Actor } from '../../engine/index.js';
import type { Role } from './role-matrix.js';

// The groups of a municipality and what they are in the matrix; `jobbarbeider:<type>` is a program too.
const roleOfGroup: Readonly<Record<string, Role>> = {
  soker: 'soker',
  fullmektig: 'fullmektig',
  brukerrepresentant: 'brukerrepresentant',
  hvk: 'hvk',
  'hvk-leder': 'hvk',
  bst: 'bst',
  'bst-leder': 'bst',
  botiltaksleder: 'botiltaksleder',
  'ambulant-team': 'ambulant',
  nav: 'nav',
  'nav-leder': 'nav',
  'trondheim-eiendom': 'te',
  'trondheim-eiendom-leder': 'te',
  vaktmester: 'vaktmester',
  klagenemnd: 'klagebehandler',
  prosjektleder: 'prosjektleder',
  kd: 'fagstab',
  byplan: 'fagstab',
  'politisk-sekretariat': 'fagstab',
  politiker: 'politiker',
  borettslag: 'borettslag',
  publikum: 'publikum',
  personvernombud: 'personvernombud',
  admin: 'admin',
  jobbarbeider: 'program',
};

/** The groups that have a role. */
export const groupsInRoles: readonly string[] = Object.keys(roleOfGroup);

/** The roles of a person, by the groups they belong to. A group that nobody has given a role opens nothing. */
export const rolesOf = ({ groups }: Pick<Actor, 'groups'>): readonly Role[] => [
  ...new Set(groups.flatMap((group) => roleOfGroup[group.split(':')[0] ?? ''] ?? [])),
];
