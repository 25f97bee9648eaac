import type { NextFunction, Request, Response } from 'express';
import { rolesOf } from '../../cases/access/role-of-group.js';
import { readAs } from '../../runtime/reading-as.js';
import { requestActorOf } from '../request-actor.js';

/**
 * Lets the rest of a request read in the name of whoever sends it, and of the public where nobody is logged in: what a guard has
 * forgotten, row-level security does not show.
 */
export function readAsAsker(request: Request, _: Response, next: NextFunction): void {
  const actor = requestActorOf(request)?.actor;
  const reading = actor === undefined ? { id: '', roles: ['publikum'] } : { id: actor.id, roles: rolesOf(actor) };
  readAs(reading, next);
}
