import { lettersAwaited } from '../../src/cases/decisions/letters-awaited.js';
import { definitionOf } from './path-player.js';

it.each([
  ['boligtildeling', 'registrer-mottak', ['vedtak-avslag', 'vedtak-innvilget']],
  ['boligsosial-hjelp', 'registrer-mottak', ['vedtak-boligsosial-hjelp']],
  ['tjenestevedtak', 'registrer-mottak', ['tjenestevedtak']],
  ['tildelingsvedtak', 'registrer-mottak', ['vedtak-tildeling']],
  ['midlertidig-botilbud', 'registrer-mottak', ['vedtak-botilbud', 'vedtak-botilbud-avslag']],
  ['boligbytte', 'registrer-bytte-mottak', ['bytte-avslag', 'bytte-innvilget']],
])('%s: «%s» waits for the letter with the decision, and no other: %j', async (key, node, letters) => {
  const definition = await definitionOf(key);
  const task = definition.nodes.get(node);

  expect(task?.hint.register).toBe('vedtak-mottatt');
  expect(task && [...lettersAwaited(definition, task)].toSorted()).toEqual(letters);
});
