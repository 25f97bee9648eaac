import type { OperationProblem } from '../../engine/index.js';
import type { Problem } from '../../contract/problem.contract.js';

const texts: Readonly<Record<OperationProblem['reason'], string>> = {
  'not-alive': 'Dette finnes ikke i saken nå.',
  'node-missing': 'Elementet finnes ikke i diagrammet.',
  'not-startable': 'Saken kan ikke settes til å begynne her.',
  'several-scopes-alive': 'Flere delprosesser av dette slaget er i gang. Si hvilken.',
  'scope-not-alive': 'Delprosessen er ikke i gang.',
  'scope-not-opened': 'Delprosessen rundt lar seg ikke åpne med opplysningene i saken.',
  'unknown-source': 'Elementet finnes ikke i versjonen som saken følger.',
  'other-kind': 'Elementet i den nye versjonen er av et annet slag.',
  'other-loop': 'Elementet gjentas på en annen måte i den nye versjonen.',
  'other-scope': 'Elementet ligger i en annen delprosess i den nye versjonen.',
  'other-compensation': 'Det som skal angres, er et annet i den nye versjonen.',
  'flow-missing': 'Veien som saken har gått, finnes ikke i den nye versjonen.',
  'wait-not-opened': 'Det som skal ventes på, lar seg ikke regne ut med opplysningene i saken.',
};

/** Every element that stands in the way, with its reason, for people and for programs. */
export const operationErrors = (problems: readonly OperationProblem[]): NonNullable<Problem['errors']> =>
  problems.map(({ element, reason, message }) => ({
    path: element,
    message: message === undefined ? texts[reason] : `${texts[reason]} ${message}`,
    code: reason,
  }));
