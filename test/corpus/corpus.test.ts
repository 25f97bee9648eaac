import { exportBpmn, readBpmn, type Diagnostic } from '../../src/engine/index.js';
import { xmlEvents } from '../support/xml-events.js';
import { rightActivities } from './right-activities.js';
import { rightDocuments } from './right-documents.js';
import { rightEvents } from './right-events.js';
import { wrongActivities } from './wrong-activities.js';
import { wrongEvents } from './wrong-events.js';
import { wrongFlows } from './wrong-flows.js';

const wrongModels = [...wrongFlows, ...wrongEvents, ...wrongActivities];

async function errorsOf(xml: string): Promise<readonly Diagnostic[]> {
  const reading = await readBpmn(xml);
  return reading.ok ? [] : reading.diagnostics.filter(({ severity }) => severity === 'error');
}

describe('a wrong model is refused with the element that is wrong', () => {
  it.each(wrongModels.map((wrong) => [wrong.name, wrong] as const))('%s', async (_, { xml, because, code }) => {
    const errors = await errorsOf(xml);

    expect(errors.map(({ rule, element }) => `${rule} ${element ?? '-'}`)).toContain(because);
    expect(errors.find(({ rule }) => because.startsWith(`${rule} `))?.code).toBe(code ?? 'MODEL_INVALID');
  });

  it('in English and in Norwegian, each time with what to do', async () => {
    const errors = (await Promise.all(wrongModels.map(({ xml }) => errorsOf(xml)))).flat();

    const speechless = errors.filter(
      ({ message, melding }) =>
        !/^Expected .+, (but|because|and) .+|^Expected .+/.test(message) || !/^.{15,}[.)]$/s.test(melding),
    );
    expect(speechless).toEqual([]);
    expect(errors.length).toBeGreaterThan(wrongModels.length - 1);
  });
});

describe('a right model is never refused', () => {
  const rightModels = [...rightEvents, ...rightActivities, ...rightDocuments];

  it.each(rightModels.map(({ name, xml }) => [name, xml] as const))('%s', async (_, xml) => {
    expect(await errorsOf(xml)).toEqual([]);
  });

  it('and each comes out of an export as it went in', async () => {
    for (const { name, xml } of rightModels) {
      const exported = await exportBpmn(xml);

      const events = xmlEvents(xml.replace('\uFEFF', ''));
      expect([name, exported.ok && xmlEvents(exported.content)]).toEqual([name, events]);
    }
  });
});
