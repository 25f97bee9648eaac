import type { Operation } from './operation.js';

/** A clean engine. */
export const reset: Operation = (bench, request) => {
  bench.reset(request.optionalText('clock'), request.optionalObject('options'));
  return {};
};
