import type { NextFunction, Request, Response } from 'express';
import { problem } from '../problem/problem.js';
import { harmfulInput } from './harmful-input.js';

/** Stops a body that could not be kept as it is, before anything walks through it. */
export function refuseHarmfulBody(request: Request, _: Response, next: NextFunction): void {
  const harm = harmfulInput(request.body);
  next(harm === undefined ? undefined : problem('invalid-input', { errors: [harm] }));
}
