import fc from 'fast-check';
import { flows, processXml, userTask } from '../../../../test/support/bpmn-xml.js';
import { readBpmn } from '../read-bpmn.js';

const valid = processXml(
  `<startEvent id="start"/>${userTask('vurder')}<endEvent id="slutt"/>${flows('start > vurder > slutt')}`,
);

async function codeOf(xml: string): Promise<string | undefined> {
  const reading = await readBpmn(xml);
  return reading.ok ? undefined : reading.diagnostics[0]?.rule;
}

const many = (count: number, each: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => each(n)).join('');

describe('whatever the document', () => {
  it('is read or refused with a reason, never thrown at (500 damaged documents)', async () => {
    const damaged = fc
      .record({
        at: fc.nat(valid.length),
        cut: fc.nat(40),
        put: fc.constantFrom('', '<', '>', '"', '&', '</', 'id="start"', '<a', '<!--'),
      })
      .map(({ at, cut, put }) => valid.slice(0, at) + put + valid.slice(at + cut));

    await fc.assert(
      fc.asyncProperty(damaged, async (xml) => {
        const reading = await readBpmn(xml);

        expect(reading.ok || reading.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      '20 000 attributes of an undeclared prefix',
      processXml(many(20_000, (n) => `<task id="t${n}" x:a="1"/>`)),
      'xml-invalid',
    ],
    ['250 000 comments that never end', `<definitions>${'<!--'.repeat(240_000)}`, 'xml-invalid'],
    ['elements 100 000 deep', many(100_000, () => '<a>'), 'xml-limit'],
    ['100 000 elements', `<a>${many(100_000, () => '<b/>')}</a>`, 'xml-limit'],
    ['entities that multiply', `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(100)}">]><a>&b;&b;</a>`, 'xml-doctype'],
    ['2 001 tasks', processXml(many(2_001, (n) => `<task id="t${n}"/>`)), 'too-many-nodes'],
    [
      '11 levels of sub-processes',
      processXml(`${many(11, (n) => `<subProcess id="s${n}">`)}${'</subProcess>'.repeat(11)}`),
      'too-deep',
    ],
  ])(
    'is refused quickly: %s',
    async (_, xml, code) => {
      expect(await codeOf(xml)).toBe(code);
    },
    2_000,
  );
});
