import type { ClockCheck, ServerClock } from '../runtime/watch-ports.js';

// More than any network, less than any deadline.
const mostSecondsOff = 30;
const trustedForMs = 10_000;

/** Compares this process's clock (`here`, milliseconds since 1970) with the server's, at most every ten seconds. */
export function createClockCheck(server: ServerClock, here: () => number = Date.now): ClockCheck {
  let last: { readonly secondsOff: number; readonly at: number } | undefined;

  const secondsOff = async (): Promise<number> => {
    const asked = here();
    // A clock that was set back has passed nothing: it is asked anew.
    if (last !== undefined && asked >= last.at && asked - last.at < trustedForMs) return last.secondsOff;

    const there = Date.parse(await server.now());
    const answered = here();
    // In between, since the question and the answer take their time.
    const off = Math.abs(there - (asked + answered) / 2) / 1000;
    last = { secondsOff: off, at: answered };
    return off;
  };

  return { secondsOff, isTrusted: async () => (await secondsOff()) <= mostSecondsOff };
}
