/** Functions of FEEL that ask for the time: the engine has no clock, time comes in with the command. */
export const clockFunctions: ReadonlySet<string> = new Set(['now', 'today']);

/** Functions that read a regular expression: their pattern must be written in the diagram, not come from a variable. */
export const patternFunctions: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

/** Functions that take a function: the only places where a diagram may write one. */
export const orderFunctions: ReadonlySet<string> = new Set(['sort', 'list replace']);

/**
 * Names that a process variable cannot have in an expression, because FEEL gives them a meaning in loops and filters. A
 * variable may be called what a function is called: it is the function only where it is called.
 */
export const reservedNames: ReadonlySet<string> = new Set(['partial', 'item']);
