import type { ProcessDefinition, ProcessInstance } from '../../engine/index.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { textOf } from '../../shared/json.js';
import { rootVariables } from '../root-variables.js';

/** An invitation in words: what it is about, in which project, and what was answered. */
export interface InvitationText {
  readonly name: string;
  readonly about: string;
  readonly project: string;
  readonly answer: string | null;
}

/** Tells an invitation from the checkpoint's variables; the diagram's own words where nobody wrote any. */
export function invitationText(
  task: UserTaskRow,
  checkpoint: ProcessInstance | undefined,
  definition: ProcessDefinition | undefined,
): InvitationText {
  const variables = rootVariables(checkpoint);
  const said = ['tema', 'sporsmal'].map((name) => textOf(variables[name])).filter((text) => text !== '');
  const about = said.length > 0 ? said.join('\n') : (definition?.nodes.get(task.node)?.documentation ?? '');
  return {
    name: textOf(variables['navn']) || task.name,
    about,
    project: textOf(variables['prosjekt']) || task.case.title,
    answer: textOf(task.result?.['svar']) || null,
  };
}
