import { readBpmn, type FlowNode, type ReadOptions, type UnversionedDefinition } from '../../src/engine/index.js';
import { processXml } from './bpmn-xml.js';

/** What stands around the content of a process that is read, and how it is read. */
export interface ReadSurroundings extends ReadOptions {
  /** Root elements beside the process. */
  readonly beside?: string;
}

const vendors = {
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
  flowable: 'http://flowable.org/bpmn',
};

/** A document in which the prefixes of vendors are declared. */
export const withVendors = (xml: string): string =>
  Object.entries(vendors).reduce(
    (document, [prefix, uri]) => document.replace('<definitions ', `<definitions xmlns:${prefix}="${uri}" `),
    xml,
  );

/** The process with this content; the findings where it is refused. */
export async function readContent(
  content: string,
  { beside = '', ...options }: ReadSurroundings = {},
): Promise<UnversionedDefinition> {
  const reading = await readBpmn(withVendors(processXml(content, beside)), {}, options);
  const [definition] = reading.ok ? reading.definitions : [];
  if (definition === undefined) throw new Error(`Expected a diagram that can be read, but: ${JSON.stringify(reading)}`);
  return definition;
}

/** The node `midten` of the process with this content. */
export async function readMiddle(content: string, around: ReadSurroundings = {}): Promise<FlowNode | undefined> {
  const { nodes } = await readContent(content, around);
  return nodes.get('midten');
}

/** What is said about the process with this content: `code element`, errors and warnings. */
export async function findingsOf(
  content: string,
  { beside = '', ...options }: ReadSurroundings = {},
): Promise<readonly string[]> {
  const reading = await readBpmn(withVendors(processXml(content, beside)), {}, options);
  return (reading.ok ? reading.warnings : reading.diagnostics).map(({ code, element }) => `${code} ${element ?? '-'}`);
}
