import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { mayUse } from '../../cases/access/may.js';
import { apiPrefix } from '../api-route.js';
import { whoAsks } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import { routeTable } from './route-table.js';
import type { RouteNeed } from './route-table.js';

const needs: ReadonlyMap<string, RouteNeed> = new Map(Object.entries(routeTable));

/** What the route needs by the table; undefined where the table does not know it. `path` is the route's pattern, under the API's prefix. */
export const needOf = (method: string, path: string): RouteNeed | undefined =>
  needs.get(`${method} ${path.replace(new RegExp(`^/?${apiPrefix}/`), '')}`);

/** Lets through whom the route table lets through, before the request is looked at: 401, or 403 for a function that is not theirs. */
@Injectable()
export class RouteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const need = needOf(request.method === 'HEAD' ? 'GET' : request.method, request.route.path);
    if (need === undefined) throw problem('actor-not-allowed');
    if (need === 'public') return true;

    const { actor } = whoAsks(request);
    if (need === 'signed-in' || mayUse(actor, ...need)) return true;
    throw problem('actor-not-allowed');
  }
}
