import { readCaseFiles } from '../../src/cases/case-files.js';
import { readBpmn } from '../../src/engine/index.js';
import { registerNames } from '../../src/store/process-instances/write-registers.js';
import { diagramOf, processKeys } from './workflow-files.js';

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

it('writes every register that a diagram names', async () => {
  const named = await Promise.all(
    processKeys.map(async (key) => {
      const reading = await readBpmn(diagramOf(key));
      const definitions = reading.ok ? reading.definitions : [];
      return definitions.flatMap(({ nodes }) => [...nodes.values()].flatMap(({ hint }) => hint.register ?? []));
    }),
  );

  expect(named.flat()).toContain('vedtak');
  expect(named.flat().filter((name) => !registerNames.includes(name))).toEqual([]);
});
