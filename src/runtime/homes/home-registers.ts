/** The registers of homes that a diagram may name on a task: its answers keep homes for somebody, or let one, in its own transaction. */
export const homeRegisters = ['tilbud', 'leieavtale'] as const;
