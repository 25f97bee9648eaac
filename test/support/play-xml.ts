import { readBpmn, type DeadlineRegister } from '../../src/engine/index.js';
import { processXml } from './bpmn-xml.js';
import { CasePlayer } from './case-player.js';

/** What stands around the content of a played process. */
export interface PlayedSurroundings {
  /** Root elements beside the process, such as messages. */
  readonly beside?: string;
  readonly deadlineRegister?: DeadlineRegister;
}

/** A player of the process with this content, read from XML as a diagram is when it is deployed. */
export async function playXml(content: string, around: PlayedSurroundings = {}): Promise<CasePlayer> {
  const reading = await readBpmn(processXml(content, around.beside));
  const [definition] = reading.ok ? reading.definitions : [];
  if (definition === undefined) throw new Error(`Expected a valid diagram, but: ${JSON.stringify(reading)}`);
  return new CasePlayer({ ...definition, version: 1 }, around.deadlineRegister);
}
