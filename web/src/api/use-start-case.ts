import { z } from 'zod';
import { ProblemError } from './problem-error.js';
import { useCommand } from './use-command.js';

const startedSchema = z.object({ id: z.string() });
const variablesPath = /^\/?variables[./]/;

/** Starts a case of `process`; `onStarted` is told its id. */
export function useStartCase(process: string, onStarted: (caseId: string) => void) {
  const command = useCommand((answer) => {
    const started = startedSchema.safeParse(answer);
    if (started.success) onStarted(started.data.id);
  });
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return {
    isPending: command.isPending,
    isError: command.isError,
    error: command.error,
    refused: errors.map(({ path, message }) => ({ path: path.replace(variablesPath, ''), message })),
    start: (variables: Readonly<Record<string, unknown>>) =>
      command.mutate({ path: '/process-instances', body: { process, variables } }),
  };
}
