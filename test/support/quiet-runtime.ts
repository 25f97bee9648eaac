import { createRuntime, type Runtime, type RuntimeParts } from '../../src/runtime/runtime.js';

/** What a store brings to a runtime by itself. */
type StoreParts = Omit<RuntimeParts, 'alarms' | 'notifier' | 'worksHere' | 'onFailure'>;

/** A runtime on a store: nobody is woken or told anything, it works when it is asked to, and a failure is the test's. */
export const quietRuntime = (world: StoreParts): Runtime =>
  createRuntime({
    ...world,
    alarms: { effectsWaiting: async () => undefined, timerSet: async () => undefined },
    notifier: { notify: async () => undefined },
    worksHere: false,
    onFailure: ({ message }) => {
      throw new Error(message);
    },
  });
