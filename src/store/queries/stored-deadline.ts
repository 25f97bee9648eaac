import type { Deadline } from '../../engine/index.js';

/** A deadline as it was stored; undefined where there is none. */
export const storedDeadline = (value: unknown): Deadline | undefined => (isDeadline(value) ? value : undefined);

const fields = ['rule', 'startOn', 'dueOn', 'legalOn', 'dueAt'];

const isDeadline = (value: unknown): value is Deadline =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value);
