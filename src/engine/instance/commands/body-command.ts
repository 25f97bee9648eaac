import type { Id } from '../../../shared/id.js';
import type { Json } from '../../../shared/json.js';
import type { CommandBase } from './command-base.js';

/** Gives a multi-instance that is under way one body more: begun at once when parallel, as the last one when sequential. */
export interface AddMultiInstanceBody extends CommandBase {
  readonly type: 'AddMultiInstanceBody';
  /** The multi-instance as a whole. */
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** What the body is about; absent: null. */
  readonly item?: Json;
}

/** Lets activities of an ad-hoc sub-process begin; where one runs at a time, when their turn comes. */
export interface ActivateAdHocElements extends CommandBase {
  readonly type: 'ActivateAdHocElements';
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** Ids of activities and events in it; one may be named again after it has completed. */
  readonly elements: readonly string[];
}

/** What people add to work that is under way. */
export type BodyCommand = AddMultiInstanceBody | ActivateAdHocElements;

/** Why nothing can be added. */
export type BodyRejection =
  | { readonly reason: 'multi-instance-not-active'; readonly elementInstanceId: Id<'ElementInstance'> }
  | {
      readonly reason: 'multi-instance-full';
      readonly elementInstanceId: Id<'ElementInstance'>;
      /** How many bodies it may have. */
      readonly most: number;
    }
  | { readonly reason: 'ad-hoc-not-active'; readonly elementInstanceId: Id<'ElementInstance'> }
  | {
      readonly reason: 'ad-hoc-element-unknown';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
    };
