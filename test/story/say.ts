/** Prints a line: the story is told on standard output. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
