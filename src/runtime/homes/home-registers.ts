/** The registers of homes that a diagram may name on a task: its answers keep homes for somebody, let one, or say that somebody has left the one before, in its own transaction. */
export const homeRegisters = ['tilbud', 'leieavtale', 'innflytting'] as const;
