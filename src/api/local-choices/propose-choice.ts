import { mayChoose, readLocalChoice, valueText, type LocalChoice } from '../../cases/local-choices/local-choice.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { ProposeChoice } from '../../contract/local-choice.contract.js';
import type { TenantId } from '../../runtime/ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { beginCase } from '../process-instances/start-case.js';
import { problem } from '../problem/problem.js';
import { choiceProcess } from './local-choices.js';

/** Begins the case in which another choice is decided; 404 for what is no choice, 400 for a value that cannot be chosen, or is chosen already. */
export async function proposeChoice(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, value, why }: ProposeChoice & { readonly id: string },
): Promise<CommandAnswer> {
  const choice = await choiceInForce(ports, asked.who.tenant, id);
  const message = reasonAgainst(choice, value);
  if (message !== undefined) throw problem('invalid-input', { errors: [{ path: 'value', message }] });

  const texts = {
    valgNavn: choice.question,
    valgNa: valueText(choice, choice.value),
    valgNy: valueText(choice, value),
  };
  const variables = { valg: id, ...texts, nyVerdi: value, valgForslag: why, foreslattAv: asked.who.name };
  return beginCase(ports, asked, { process: choiceProcess, variables });
}

async function choiceInForce({ decisionBook }: ApiPorts, tenant: TenantId, id: string): Promise<LocalChoice> {
  const [written] = await decisionBook.versionsOf(tenant, id);
  const choice = written === undefined ? undefined : await readLocalChoice(written.xml);
  if (choice === undefined) throw problem('not-found');
  return choice;
}

function reasonAgainst(choice: LocalChoice, value: ProposeChoice['value']): string | undefined {
  if (value === choice.value) return `Det er slik det er nå: ${valueText(choice, value)}.`;
  if (mayChoose(choice, value)) return undefined;
  const { allowed } = choice;
  if (allowed.kind === 'yes-no') return 'Svar ja eller nei.';
  if (allowed.kind === 'weekday')
    return `Velg en av disse: ${allowed.days.map((day) => valueText(choice, day)).join(', ')}.`;
  return `Skriv et helt tall fra ${allowed.least} til ${allowed.most} (${allowed.unit}).`;
}
