import { commandAnswerSchema } from '@contract/command.contract.js';
import { useState } from 'react';
import { ProblemError } from './problem-error.js';
import { useCommand } from './use-command.js';

/** A command that begins a case: the case once it has begun, and what the server found wrong, by field. */
export function useBegunCase() {
  const [caseId, setCaseId] = useState<string>();
  const command = useCommand((answer) => {
    const started = commandAnswerSchema.safeParse(answer);
    if (started.success) setCaseId(started.data.processInstanceId);
  });
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  return { caseId, command, errors };
}
