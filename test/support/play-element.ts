import {
  describeProcess,
  readBpmn,
  type DecisionRegister,
  type ReadOptions,
  type UnversionedDefinition,
} from '../../src/engine/index.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import { processXml } from './bpmn-xml.js';
import { CasePlayer } from './case-player.js';

/** Root elements that the elements of a played process may refer to. */
const usual = `<message id="svar" name="svar" boligflyt:correlationKey="=sak"/><signal id="alarm" name="alarm"/>
  <error id="feil" name="Feil" errorCode="F1"/><escalation id="loft" name="Løft" escalationCode="L1"/>
  <signalEventDefinition id="felles-alarm" signalRef="alarm"/>`;

/** A case of what is drawn: read from XML, stored and read back at every step, held against the laws at every step. */
export class ElementPlayer extends CasePlayer {
  constructor(
    readonly drawn: UnversionedDefinition,
    decisions?: DecisionRegister,
  ) {
    super({ ...drawn, version: 1 }, [], decisions);
  }

  override play(command: Parameters<CasePlayer['play']>[0]): ReturnType<CasePlayer['play']> {
    const events = super.play(command);
    expect(brokenLaws(this.instance, this.journal)).toEqual([]);
    return events;
  }

  /** What the text twin says about a node: its name and its ways on. */
  says(node: string): string {
    const described = describeProcess(this.drawn).find((row) => row.node === node);
    return described === undefined ? '' : [described.name, ...described.next].join(': ');
  }

  /** Names of what was sent to others so far: messages and signals. */
  get sent(): readonly string[] {
    return this.journal.flatMap((event) => {
      if (event.type === 'MessageThrown') return event.message;
      return event.type === 'SignalThrown' ? event.signal : [];
    });
  }
}

/** A case of the process with this content, not begun. */
export async function drawElement(
  content: string,
  around: {
    readonly beside?: string;
    readonly decisions?: DecisionRegister;
    readonly process?: string;
    readonly options?: ReadOptions;
  } = {},
): Promise<ElementPlayer> {
  const reading = await readBpmn(processXml(content, usual + (around.beside ?? '')), {}, around.options);
  if (!reading.ok) throw new Error(`Expected a valid diagram, but: ${JSON.stringify(reading.diagnostics)}`);
  const drawn = reading.definitions.find(({ key }) => key === (around.process ?? 'prosess'));
  if (drawn === undefined) throw new Error(`Expected a process '${around.process ?? 'prosess'}', but there is none`);
  return new ElementPlayer(drawn, around.decisions);
}

/** A case of the process with this content, begun with these variables. */
export async function playElement(
  content: string,
  variables: Parameters<CasePlayer['start']>[0] = {},
  around: Parameters<typeof drawElement>[1] = {},
): Promise<ElementPlayer> {
  const play = await drawElement(content, around);
  play.start({ sak: '1', ...variables });
  return play;
}
