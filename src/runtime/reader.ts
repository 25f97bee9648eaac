import type { Actor } from '../engine/index.js';
import type { TenantId } from './ports.js';

/** Who reads, in which municipality. Every list holds only what this person may see. */
export interface Reader {
  readonly tenant: TenantId;
  readonly actor: Actor;
  /** How cases are open to this person beside those about them; a family without a way of its own goes by the one that names none. */
  readonly ways: readonly WayToCases[];
  /** Cases about people with a protected address (kode 6 and 7) go by the same ways; otherwise none is open but one's own. */
  readonly seesProtected: boolean;
}

/** By which of their groups somebody sees cases of a family. */
export interface WayToCases {
  readonly family?: string;
  /** Groups that see what a unit of theirs reads. */
  readonly byUnit: readonly string[];
  /** Groups that see a case while a task in it is open for them; with any of them, also while one is open for the person. */
  readonly byTask: readonly string[];
  /** Those among them that see the whole case then, and not just their tasks in it. */
  readonly wholeByTask: readonly string[];
}
