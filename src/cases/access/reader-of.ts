import type { Actor } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Reader, WayToCases } from '../../runtime/reader.js';
import { may, seesWholeByTask } from './may.js';
import { families, isUserRepresentative, kindOfCase } from './may-read-case.js';
import { isOfApplicant } from './part-of-application.js';
import { mayProtect } from './may-read-person.js';

/** Somebody as a reader of lists: the rule of `mayReadCase`, asked once for each of their groups instead of once for each case. */
export const readerOf = ({ tenant, actor }: { readonly tenant: TenantId; readonly actor: Actor }): Reader => ({
  ...{ tenant, actor },
  ways: [...families, undefined].map((family) => wayTo(actor, family)),
  seesProtected: mayProtect(actor),
});

function wayTo(actor: Actor, family: string | undefined): WayToCases {
  const named = family === undefined ? {} : { family };
  if (isOfApplicant(family) && isUserRepresentative(actor))
    return { ...named, byUnit: [], byTask: [], wholeByTask: [] };

  const data = kindOfCase(family);
  const open = (relation: { readonly hasTask?: boolean }): readonly string[] =>
    actor.groups.filter((group) =>
      may({ id: actor.id, groups: [group] }, 'read', { data, isOfUnit: true, ...relation }),
    );
  const byTask = open({ hasTask: true });
  const wholeByTask = byTask.filter((group) => seesWholeByTask({ groups: [group] }, data));
  return { ...named, byUnit: open({}), byTask, wholeByTask };
}
