// node --import ./test/chaos/support/wrong-clock.mjs: a process whose own clock can be set wrong, everything in it with it: our own
// check, BullMQ, the drivers. `clockOffSeconds` on the global object says by how much; nothing in the product knows of it.
const Right = globalThis.Date;
globalThis.clockOffSeconds = Number(process.env.CHAOS_CLOCK_OFF_SECONDS ?? 0);
const now = () => Right.now() + globalThis.clockOffSeconds * 1000;

globalThis.Date = class Date extends Right {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }

  static now() {
    return now();
  }
};
