import { clockAfter } from '../../src/cases/decisions/clock-after.js';
import { lettersAwaited } from '../../src/cases/decisions/letters-awaited.js';
import { definitionOf } from './path-player.js';

it.each<[key: string, node: string, letters: string[], register?: string]>([
  ['boligtildeling', 'registrer-mottak', ['vedtak-avslag', 'vedtak-innvilget']],
  ['boligsosial-hjelp', 'registrer-mottak', ['vedtak-boligsosial-hjelp']],
  ['tjenestevedtak', 'registrer-mottak', ['tjenestevedtak']],
  ['tildelingsvedtak', 'registrer-mottak', ['vedtak-tildeling']],
  ['sakskostnader', 'registrer-mottak', ['vedtak-sakskostnader']],
  ['midlertidig-botilbud', 'registrer-mottak', ['vedtak-botilbud', 'vedtak-botilbud-avslag']],
  ['boligbytte', 'registrer-bytte-mottak', ['bytte-avslag', 'bytte-innvilget']],
  ['boligtildeling', 'registrer-begrunnelse-mottatt', ['begrunnelse'], 'begrunnelse-mottatt'],
  ['boligsosial-hjelp', 'registrer-begrunnelse-mottatt', ['begrunnelse'], 'begrunnelse-mottatt'],
  ['tildelingsvedtak', 'registrer-begrunnelse-mottatt', ['begrunnelse'], 'begrunnelse-mottatt'],
])(
  '%s: «%s» waits for the letter with the decision or its reasons, and no other: %j',
  async (key, node, letters, register = 'vedtak-mottatt') => {
    const definition = await definitionOf(key);
    const task = definition.nodes.get(node);

    expect(task?.hint.register).toBe(register);
    expect(task && [...lettersAwaited(definition, task)].toSorted()).toEqual(letters);
  },
);

it.each([
  ['boligtildeling', 'registrer-mottak', ['klagefristen-loper', 'vent-pa-klage']],
  ['boligsosial-hjelp', 'registrer-mottak', ['klagefristen-loper', 'vent-pa-klage']],
  ['tildelingsvedtak', 'registrer-mottak', ['klagefristen-loper', 'vent-pa-klage']],
  ['sakskostnader', 'registrer-mottak', ['klagefristen-loper', 'vent-pa-klage']],
  ['tjenestevedtak', 'registrer-mottak', []],
  ['midlertidig-botilbud', 'registrer-mottak', []],
  ['boligbytte', 'registrer-bytte-mottak', []],
])(
  '%s: after «%s» the time to appeal runs at %j, and in the register only where it is none',
  async (key, node, gateways) => {
    const definition = await definitionOf(key);
    const task = definition.nodes.get(node);
    const clock = task === undefined ? [] : [...clockAfter(definition, task)];

    const kindOf = (id: string): string => definition.nodes.get(id)?.kind ?? '';
    expect(clock.filter((id) => kindOf(id).endsWith('Gateway'))).toEqual(gateways);
    expect(clock.filter((id) => kindOf(id).endsWith('Task'))).toEqual([]);
  },
);
