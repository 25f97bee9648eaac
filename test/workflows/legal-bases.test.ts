import { readFile } from 'node:fs/promises';
import { readImpartialityRules } from '../../src/cases/access/impartiality.js';
import { readCaseFiles } from '../../src/cases/case-files.js';
import { readBpmn } from '../../src/engine/index.js';
import type { FlowNode } from '../../src/engine/index.js';
import { drawnExceptions } from '../../src/runtime/exceptions/exception-kinds.js';
import { registerNames } from '../../src/store/process-instances/write-registers.js';
import { diagramOf, letterIds, processKeys } from './workflow-files.js';

describe('a legal basis', () => {
  it('names an appeal rule that there is, and versions that do not overlap', async () => {
    const { legalBases, deadlines } = await readCaseFiles('workflows');
    const rules = new Set(deadlines.map(({ id }) => id));
    const overlapping = legalBases.filter((one) =>
      legalBases.some(
        (other) =>
          other !== one &&
          other.id === one.id &&
          other.validFrom <= one.validFrom &&
          (other.validTo === undefined || one.validFrom < other.validTo),
      ),
    );

    expect(legalBases.filter(({ appealRule }) => !rules.has(appealRule))).toEqual([]);
    expect(overlapping).toEqual([]);
  });
});

it('names letters that are there', async () => {
  const { legalBases } = await readCaseFiles('workflows');
  const named = legalBases.flatMap(({ letters }) => Object.values(letters));

  expect(named).toContain('vedtak-boligsosial-hjelp');
  expect(named.filter((letter) => !letterIds.includes(letter))).toEqual([]);
});

it('gives every task that decides an authority, and every outcome that two sign an approval by another person', async () => {
  const deciding = (await allTasks()).filter(({ hint }) => decides.includes(hint.register ?? ''));
  const approving = (await allTasks()).filter(({ hint }) => hint.register === 'vedtak-godkjent');

  expect(deciding.filter(({ hint }) => hint.authority !== 'delegert-myndighet').map(({ id }) => id)).toEqual([]);
  expect(approving.filter(({ hint }) => hint.authority !== 'delegert-myndighet')).toEqual([]);
  expect(approving.map(({ hint }) => hint.otherThan).toSorted()).toEqual([
    ...['avgjor-bytte', 'fatt-boligsosialt-vedtak', 'fatt-nytt-vedtak fatt-endret-vedtak'],
    ...['fatt-nytt-vedtak fatt-endret-vedtak', 'fatt-vedtak', 'fatt-vedtak', 'vurder-utestenging'],
  ]);
});

const decides = ['vedtak', 'tjenestevedtak', 'vedtak-midlertidig', 'vedtak-boligsosial', 'vedtak-tildeling'];

async function allTasks(): Promise<readonly FlowNode[]> {
  const readings = await Promise.all(processKeys.map((key) => readBpmn(diagramOf(key))));
  const definitions = readings.flatMap((reading) => (reading.ok ? reading.definitions : []));
  return definitions.flatMap(({ nodes }) => [...nodes.values()]);
}

it('writes every register that a diagram names', async () => {
  const named = (await allTasks()).flatMap(({ hint }) => hint.register ?? []);

  expect(named).toContain('vedtak');
  expect(named.filter((name) => !registerNames.includes(name))).toEqual([]);
});

it('writes every exception that a diagram names, and each of them is named by one', async () => {
  const named = (await allTasks()).flatMap(({ hint }) => hint.exception?.split(' ') ?? []);

  expect([...new Set(named)].toSorted()).toEqual(drawnExceptions.toSorted());
});

it('names only tasks that there are where a new pair of eyes is wanted (habilitet.json)', async () => {
  const [newest] = (await readImpartialityRules('workflows/habilitet.json')).toReversed();
  const named = (newest?.rules ?? []).flatMap((rule) => ('tasks' in rule ? Object.entries(rule.tasks) : []));
  const missing = await Promise.all(
    named.map(async ([process, tasks]) => {
      const xml = await readFile(`workflows/${process}/${process}.bpmn`, 'utf8');
      return tasks.filter((task) => !xml.includes(`<bpmn:userTask id="${task}"`));
    }),
  );

  expect([named.length, missing.flat()]).toEqual([2, []]);
});
