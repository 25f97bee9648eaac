import { documentXml, flows } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';

const vendors = ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';

/** A process `prosess` in a vendor’s words, with what stands beside it. */
export const dialectXml = (content: string, beside = ''): string =>
  documentXml(`${beside}<process id="prosess" isExecutable="true">${content}</process>`).replace(
    ' id="dokument"',
    `${vendors} id="dokument"`,
  );

/** A process from `s` by the element `t`, which is given, to the user task `vent` and the end. */
export const aroundTask = (task: string): string =>
  `<startEvent id="s"/>${task}<userTask id="vent"/><endEvent id="e"/>${flows('s > t > vent > e')}`;

/** Words of a vendor in an element. */
export const said = (words: string): string => `<extensionElements>${words}</extensionElements>`;

/** A bench on which these files are deployed. */
export async function deployed(dialect: 'camunda7' | 'zeebe', ...files: readonly string[]): Promise<BenchLine> {
  const bench = new BenchLine();
  await bench.do('reset', { options: { dialect } });
  await bench.deploy(...files);
  return bench;
}
