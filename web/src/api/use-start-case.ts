import { commandAnswerSchema } from '@contract/command.contract.js';
import { routes } from '@contract/routes.contract.js';
import { ProblemError } from './problem-error.js';
import { useCommand } from './use-command.js';

const variablesPath = /^\/?variables[./]/;

/** Starts a case of `process`; `onStarted` is told its id. */
export function useStartCase(process: string, onStarted: (caseId: string) => void) {
  const command = useCommand((answer) => {
    const started = commandAnswerSchema.safeParse(answer);
    if (started.success) onStarted(started.data.processInstanceId);
  });
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return {
    isPending: command.isPending,
    isError: command.isError,
    error: command.error,
    refused: errors.map(({ path, message }) => ({ path: path.replace(variablesPath, ''), message })),
    start: (variables: Readonly<Record<string, unknown>>) =>
      command.mutate({ path: routes.processInstances, body: { process, variables } }),
  };
}
