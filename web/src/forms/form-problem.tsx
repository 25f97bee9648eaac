import { ProblemError } from '../api/problem-error.js';
import { ProblemAlert } from '../components/problem-alert.js';

/** Why a form was refused; what is wrong with its fields is told by the form itself, in one list, and not here once more. */
export function FormProblem({ error }: { readonly error: unknown }) {
  const isListed = error instanceof ProblemError && (error.problem.errors ?? []).length > 0;
  return isListed ? null : <ProblemAlert error={error} kept />;
}
