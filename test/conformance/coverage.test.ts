import { readFileSync, readdirSync } from 'node:fs';

const table = readFileSync('docs/bpmn-coverage.md', 'utf8');
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| -') && !line.startsWith('| element'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The rows of the sections on elements; what follows them is about commands and DMN. */
const elementRows = rows
  .slice(
    0,
    rows.findIndex(([element = '']) => element.includes('ClaimUserTask')),
  )
  .filter(([, section]) => section !== 'engine');
const sourceOf = (path: string): string => readFileSync(path, 'utf8');
const kindsIn = (source: string): readonly string[] =>
  [...source.matchAll(/readonly kind: ((?:'\w+'(?: \| )?)+)/g)].flatMap(([, kinds = '']) => kinds.match(/\w+/g) ?? []);
const commandFolder = 'src/engine/instance/commands';
const commands = readdirSync(commandFolder)
  .filter((file) => file === 'command.ts' || file.endsWith('-command.ts'))
  .flatMap((file) => [...sourceOf(`${commandFolder}/${file}`).matchAll(/readonly type: '(\w+)'/g)])
  .map(([, type = '']) => type);

/** Every element that the schema of BPMN 2.0 allows as a flow element, an event definition or a loop. */
const schema =
  `task userTask manualTask serviceTask sendTask receiveTask scriptTask businessRuleTask subProcess transaction
  adHocSubProcess callActivity exclusiveGateway inclusiveGateway parallelGateway complexGateway eventBasedGateway startEvent
  endEvent intermediateCatchEvent intermediateThrowEvent implicitThrowEvent boundaryEvent sequenceFlow dataObject
  dataObjectReference dataStoreReference callChoreography choreographyTask subChoreography cancelEventDefinition
  compensateEventDefinition conditionalEventDefinition errorEventDefinition escalationEventDefinition linkEventDefinition
  messageEventDefinition signalEventDefinition terminateEventDefinition timerEventDefinition standardLoopCharacteristics
  multiInstanceLoopCharacteristics globalTask globalUserTask globalManualTask globalScriptTask globalBusinessRuleTask`.split(
    /\s+/,
  );

/** The place of a title in a source, whatever stands for it where a table of cases fills it in. */
const isTold = (source: string, title: string): boolean =>
  source.includes(title.replaceAll("'", String.raw`\'`)) || source.includes(title);

describe('docs/bpmn-coverage.md', () => {
  it.each(rows.map((row) => [row[0] ?? '', row] as const))('proves %s', (_, row) => {
    const [, section = '', choice = '', proof = ''] = row;
    expect(row).toHaveLength(4);
    expect(section).not.toBe('');
    expect(choice).not.toBe('');
    const proofs = [...proof.matchAll(/`([^`]+)` in `([^`]+)`/g)];
    expect(proofs.length).toBeGreaterThan(0);
    for (const [, title = '', file = ''] of proofs) {
      if (!isTold(sourceOf(file), title)) throw new Error(`Expected a test '${title}' in ${file}, but there is none`);
    }
  });

  it.each(elementRows.map(([element = '', , , proof = '']) => [element, proof]))(
    'plays %s from its XML',
    (_, proof) => {
      const files = [...proof.matchAll(/` in `([^`]+)`/g)].map(([, file = '']) => sourceOf(file));
      const isXml = (source: string): boolean => /bpmn-xml|workflow-files|<definitions /.test(source);
      const isBuilt = (source: string): boolean =>
        /play-sketch|play-events|play-compensation|process-builder/.test(source);

      expect(files.some((source) => isXml(source) && !isBuilt(source))).toBe(true);
    },
  );

  it.each([
    ['kind of node', kindsIn(sourceOf('src/engine/definition/flow-node.ts'))],
    ['trigger and result', kindsIn(sourceOf('src/engine/definition/event-definition.ts'))],
    ['command', commands],
    ['element of the schema', schema],
  ])('has every %s of the engine', (_, names) => {
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !new RegExp(String.raw`\b${name}\b`).test(table))).toEqual([]);
  });

  it('leaves nothing half said', () => {
    expect(table).not.toMatch(/\b(partly|partial support|delvis|todo|not yet|tbd)\b/i);
  });
});
