import type { Actor } from '../../engine/index.js';
import type { Cell, DataKind, Role } from './role-matrix.js';
import { parts, roleMatrix, roles, seeTasksOnly } from './role-matrix.js';
import { rolesOf } from './role-of-group.js';

/** What is done with data. */
export type Right = 'read' | 'write';

/** How the person stands to the record. What is not said does not hold. */
export interface Relation {
  /** The record is about the person. */
  readonly isOwn?: boolean;
  /** The one it is about has shared it with the person, or lets the person act for them. */
  readonly isShared?: boolean;
  /** A task of the case is open for the person or a group of theirs. */
  readonly hasTask?: boolean;
  /** The record belongs to a unit of the person's. */
  readonly isOfUnit?: boolean;
}

const rights: Readonly<Record<Cell, readonly Right[]>> = {
  R: ['read'],
  W: ['write'],
  RW: ['read', 'write'],
  OR: ['read'],
  OW: ['read', 'write'],
  S: ['read'],
  T: ['read'],
  A: [],
  '-': [],
};

/** The cell of a role. */
export const cellOf = (role: Role, data: DataKind): Cell => roleMatrix[data][roles.indexOf(role)] ?? '-';

const cellsOf = (actor: Pick<Actor, 'groups'>, data: DataKind): readonly Cell[] =>
  rolesOf(actor).map((role) => cellOf(role, data));

/** Whether some record of the kind could be open to the person: where not, the function is refused before anything is looked for. */
export const mayUse = (actor: Pick<Actor, 'groups'>, right: Right, data: DataKind): boolean =>
  cellsOf(actor, data).some((cell) => rights[cell].includes(right));

/**
 * Whether this record is open to the person: one of their roles has the right, and they stand to the record as it says. Towards a
 * record about themselves everybody is `soker`, towards one that is shared with them `fullmektig`, whatever else they are.
 */
export function may(
  actor: Actor,
  right: Right,
  { data, ...relation }: Relation & { readonly data: DataKind },
): boolean {
  const groups = [...actor.groups, ...(relation.isOwn ? ['soker'] : []), ...(relation.isShared ? ['fullmektig'] : [])];
  return cellsOf({ groups }, data).some((cell) => rights[cell].includes(right) && holds(cell, relation));
}

/** Whether the person sees how many there are, though not who: only figures of five persons or more. */
export const mayCount = (actor: Actor, data: DataKind): boolean =>
  cellsOf(actor, data).some((cell) => cell === 'A' || cell === 'R' || cell === 'RW');

/** The parts that the person sees where no role of theirs shows the whole; undefined: the whole. */
export function partsFor(actor: Actor, data: DataKind): readonly string[] | undefined {
  const seen = rolesOf(actor).filter((role) => rights[cellOf(role, data)].length > 0);
  const named = seen.flatMap((role) => parts[data]?.[role] ?? []);
  return named.length === seen.length ? named : undefined;
}

/**
 * Whether somebody whose only way to a case of this kind is a task in it sees the whole case; otherwise that task, and what its form shows.
 */
export const seesWholeByTask = (actor: Pick<Actor, 'groups'>, data: DataKind): boolean =>
  rolesOf(actor).some((role) => {
    const cell = cellOf(role, data);
    return cell !== 'T' && rights[cell].includes('read') && !(seeTasksOnly[data] ?? []).includes(role);
  });

function holds(cell: Cell, { isOwn = false, isShared = false, hasTask = false, isOfUnit = false }: Relation): boolean {
  switch (cell) {
    case 'OR':
    case 'OW':
      return isOwn;
    case 'S':
      return isShared;
    case 'T':
      return hasTask;
    case 'R':
    case 'W':
    case 'RW':
      return isOfUnit;
    case 'A':
    case '-':
      return false;
  }
}
