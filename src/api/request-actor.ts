import type { Actor } from '../engine/index.js';
import type { TenantId } from '../runtime/ports.js';

/** Who asks, for which municipality; known before any controller runs. */
export interface RequestActor {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly name: string;
}

// Beside the request instead of on it: no property that a body parser or another middleware could forge.
const actors = new WeakMap<object, RequestActor>();

/** Remembers who sends `request`; called by whatever has checked the session (or, in a test, stands in for it). */
export function rememberRequestActor(request: object, actor: RequestActor): void {
  actors.set(request, actor);
}

/** Who sends `request`, or undefined when nobody is logged in. */
export function requestActorOf(request: object): RequestActor | undefined {
  return actors.get(request);
}
