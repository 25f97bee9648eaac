import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileProcess, readBpmn } from '../../src/engine/index.js';
import { childrenOf, extensionsOf, readDiagram, textOf, type Box, type Element, type Point } from './read-diagram.js';
import { decisionFiles, diagramOf, formFolders, letterIds, processKeys, readWorkflowJson } from './workflow-files.js';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const jobTypes = [
  'send-brev',
  'venteliste-inn',
  'venteliste-rett',
  'venteliste-ut',
  'bygg-runde',
  'lukk-runde',
  'runde-hoppet-over',
  'prov-prioriteringsregel',
  'ta-i-bruk-prioriteringsregel',
  'ta-i-bruk-lokalt-valg',
  'registrer-medvirkning',
  'for-reparasjon',
  'for-avtalehull',
  'for-beboermote',
  'inviter-beboere',
  'for-utrygghet',
  'for-tildelingsstans',
  'start-sak',
  'sjekk-leie',
  'for-leie',
  'for-flyttekjede',
  'for-tilbud',
  'sjekk-sovested',
  'be-om-vurdering',
  'tell-innflyttede',
  'meld-prosjekt-ferdig',
  'hent-innspill',
  'kontroller-sammendrag',
  'venteliste-endre',
  'avvikle-bygg',
  'finn-beboere',
  'klargjor-soknad',
  'avvikling-status',
  'finn-kartlegging',
  'tell-behov',
  'publiser-behovsbilde',
  'hent-behovsbilde',
];
const root = fileURLToPath(new URL('../..', import.meta.url));

function ruleIds(): readonly string[] {
  const register = readWorkflowJson('frister.json');
  return Array.isArray(register) ? register.map((rule: { readonly id: string }) => rule.id) : [];
}

const decisions = decisionFiles.flatMap((xml) => [...xml.matchAll(/<decision id="([^"]+)"/g)].map(([, id = '']) => id));
const known = { forms: [...formFolders.keys()], deadlineRules: ruleIds(), jobTypes, decisions };

// A quashed decision sends the application through its process again: a person's appeal stands between one time and the next.
const meant: Readonly<Record<string, readonly string[]>> = { boligtildeling: ['call-recursion behandle-pa-nytt'] };

const isUserTask = ({ $type }: Element): boolean => $type === 'bpmn:UserTask';
const ids = (elements: readonly Element[]): readonly string[] => elements.map(({ id }) => id ?? '');

/** Whether a point lies on the border of a box; a gateway's corners lie there too. */
function isOnBorder({ x, y }: Point, box: Box): boolean {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const within = x >= box.x && x <= right && y >= box.y && y <= bottom;
  return within && (x === box.x || x === right || y === box.y || y === bottom);
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const crossesBox = (box: Box, from: Point, to: Point): boolean =>
  Math.min(from.x, to.x) < box.x + box.width &&
  Math.max(from.x, to.x) > box.x &&
  Math.min(from.y, to.y) < box.y + box.height &&
  Math.max(from.y, to.y) > box.y;

it('finds every process of the municipality', () => {
  expect(processKeys).toEqual([
    'akuttovernatting',
    'avvikling',
    'avvikling-beboer',
    'avvikling-venter',
    'beboermote',
    'beboersak',
    'behovskartlegging',
    'behovskartlegging-enhet',
    'bemanningsendring',
    'betalingsavtale',
    'boligbytte',
    'boligkarriere',
    'boligsosial-hjelp',
    'boligtildeling',
    'boligutvikling',
    'bomiljo',
    'flyttekjede',
    'flyttekjede-ledd',
    'flytteoppfordring',
    'forelopig-svar',
    'housing-first-drofting',
    'housing-first-inntak',
    'housing-first-tjenester',
    'klage',
    'lokalt-valg',
    'medvirkningspunkt',
    'midlertidig-botilbud',
    'nodtilgang',
    'oppsigelse',
    'prioriteringsregel',
    'prosjektevaluering',
    'retting',
    'sakskostnader',
    'tilbud',
    'tildelingsstans',
    'tildelingsvedtak',
    'tjenestevedtak',
    'tomgang',
    'utkastelse',
    'vedlikehold',
    'ventelisterunde',
  ]);
});

it('has nothing for bpmnlint to complain about', () => {
  const files = processKeys.map((key) => `workflows/${key}/${key}.bpmn`);
  const program = 'node_modules/bpmnlint/bin/bpmnlint.js';

  const said = execFileSync(process.execPath, [program, '--config', 'workflows/.bpmnlintrc', ...files], {
    cwd: root,
    encoding: 'utf8',
  });

  expect(said.trim()).toBe('');
});

describe.each([...processKeys])('%s', (key) => {
  it('is read without a warning, and its key is its file name', async () => {
    const { warnings, process } = await readDiagram(diagramOf(key));

    expect(warnings).toEqual([]);
    expect(process.id).toBe(key);
  });

  it('deploys without a diagnostic and compiles to one machine for each scope', async () => {
    const reading = await readBpmn(diagramOf(key), known);

    const said = reading.ok ? reading.warnings : reading.diagnostics;
    expect(said.map(({ rule, element }) => `${rule} ${element}`)).toEqual(meant[key] ?? []);
    for (const definition of reading.ok ? reading.definitions : []) {
      const { scopes } = compileProcess({ ...definition, version: 1, compilerVersion: 1 });
      expect([...scopes.keys()]).toEqual([...definition.scopes.keys()]);
    }
  });

  it('has kebab-case ASCII ids on every node and every flow', async () => {
    const { nodes, flows } = await readDiagram(diagramOf(key));

    expect(ids([...nodes, ...flows]).filter((id) => !kebab.test(id))).toEqual([]);
  });

  it('draws every node and every flow', async () => {
    const { nodes, flows, boxes, waypoints } = await readDiagram(diagramOf(key));

    expect(ids(nodes).filter((id) => !boxes.has(id))).toEqual([]);
    expect(ids(flows).filter((id) => (waypoints.get(id)?.length ?? 0) < 2)).toEqual([]);
  });

  it('docks every flow on the borders of what it joins, in straight lines', async () => {
    const { flows, boxes, waypoints } = await readDiagram(diagramOf(key));

    const loose = flows.filter((flow) => {
      const points = waypoints.get(flow.id ?? '') ?? [];
      const ends = [
        [points[0], 'sourceRef'],
        [points.at(-1), 'targetRef'],
      ] as const;
      const docked = ends.every(([point, end]) => {
        const box = boxes.get(childrenOf(flow, end)[0]?.id ?? '');
        return point !== undefined && box !== undefined && isOnBorder(point, box);
      });
      const straight = points.every(
        (point, at) => at === 0 || point.x === points[at - 1]?.x || point.y === points[at - 1]?.y,
      );
      return !docked || !straight;
    });

    expect(ids(loose)).toEqual([]);
  });

  it('lets no flow run through a task, an event or a gateway', async () => {
    const { nodes, flows, boxes, waypoints } = await readDiagram(diagramOf(key));
    const solid = nodes.filter(({ $type }) => $type !== 'bpmn:SubProcess');

    const through = flows.flatMap((flow) => {
      const points = waypoints.get(flow.id ?? '') ?? [];
      return solid
        .filter(({ id, $type }) => {
          const box = boxes.get(id ?? '');
          const ends = [...childrenOf(flow, 'sourceRef'), ...childrenOf(flow, 'targetRef')];
          // A boundary event and its host touch: a flow that starts on one may begin on the other's border.
          if (box === undefined || ends.some((end) => end.id === id) || $type === 'bpmn:BoundaryEvent') return false;
          if (ends.some((end) => childrenOf(end, 'attachedToRef')[0]?.id === id)) return false;
          return points.some((point, at) => {
            const before = points[at - 1];
            return before !== undefined && crossesBox(box, before, point);
          });
        })
        .map(({ id }) => `${flow.id} through ${id}`);
    });

    expect(through).toEqual([]);
  });

  it('overlaps no two nodes, and puts boundary events on the border of their host', async () => {
    const { nodes, boxes } = await readDiagram(diagramOf(key));
    const boxOf = ({ id }: Element): Box => boxes.get(id ?? '') ?? { x: 0, y: 0, width: 0, height: 0 };

    const events = nodes.filter(({ $type }) => $type === 'bpmn:BoundaryEvent');
    for (const event of events) {
      const { x, y, width, height } = boxOf(event);
      const [host] = childrenOf(event, 'attachedToRef');
      expect(host && isOnBorder({ x: x + width / 2, y: y + height / 2 }, boxOf(host))).toBe(true);
    }
    const solid = nodes.filter((node) => !events.includes(node) && node.$type !== 'bpmn:SubProcess');
    const pairs = solid.flatMap((one, at) => solid.slice(at + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(boxOf(one), boxOf(other)))).toEqual([]);
  });

  it('gives every user task a name, a form of its own folder, a deadline and a guide', async () => {
    const { nodes } = await readDiagram(diagramOf(key));

    for (const task of nodes.filter(isUserTask)) {
      expect({ task: task.id, folder: formFolders.get(textOf(task, 'boligflyt:form')) }).toEqual({
        task: task.id,
        folder: key,
      });
      expect(textOf(task, 'name')).not.toBe('');
      expect(extensionsOf(task, 'boligflyt:Deadline')).toHaveLength(1);
      expect(childrenOf(task, 'documentation')).toHaveLength(1);
    }
  });

  it('refers only to letters and processes that exist', async () => {
    const { nodes } = await readDiagram(diagramOf(key));

    const letters = nodes
      .flatMap((node) => extensionsOf(node, 'boligflyt:Header'))
      .filter((header) => textOf(header, 'key') === 'brev')
      .map((header) => textOf(header, 'value'));
    const called = nodes.map((node) => textOf(node, 'calledElement')).filter((process) => process !== '');

    expect(letters.filter((letter) => !letterIds.includes(letter))).toEqual([]);
    expect(called.filter((process) => !processKeys.includes(process))).toEqual([]);
  });
});

// Cases that began on an older diagram still send them.
const ofOlderDiagrams = ['bytte-forelopig-svar'];

it('uses every form and every letter', async () => {
  const diagrams = await Promise.all(processKeys.map((key) => readDiagram(diagramOf(key))));
  const nodes = diagrams.flatMap((diagram) => diagram.nodes);
  const headers = nodes.flatMap((node) => extensionsOf(node, 'boligflyt:Header'));

  const forms = new Set(nodes.filter(isUserTask).map((task) => textOf(task, 'boligflyt:form')));
  const letters = new Set(headers.map((header) => textOf(header, 'value')));

  expect([...formFolders.keys()].filter((form) => !forms.has(form))).toEqual([]);
  expect(letterIds.filter((letter) => !letters.has(letter))).toEqual(ofOlderDiagrams);
});

it('marks the eight phases of a project and the stages 3 to 9 of the applicant, in order', async () => {
  const numbers = async (key: string, attribute: string): Promise<readonly number[]> => {
    const { nodes } = await readDiagram(diagramOf(key));
    return nodes.map((node) => Number(node.get(attribute) ?? 0)).filter((number) => number > 0);
  };

  expect(await numbers('boligutvikling', 'boligflyt:phase')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...new Set(await numbers('boligtildeling', 'boligflyt:stage'))].toSorted()).toEqual([3, 4, 5, 6, 7, 8, 9]);
});

it('has one participation checkpoint, MP-B1 to MP-B8, in each phase', async () => {
  const { nodes } = await readDiagram(diagramOf('boligutvikling'));

  const calls = nodes.filter(({ $type }) => $type === 'bpmn:CallActivity');
  const codesByPhase = nodes
    .filter((node) => node.$type === 'bpmn:SubProcess' && node.get('triggeredByEvent') !== true)
    .map((phase) => childrenOf(phase, 'flowElements').filter((node) => calls.includes(node)))
    .map((checkpoints) => checkpoints.map((call) => textOf(call, 'name').slice(0, 5)).join());

  expect(codesByPhase).toEqual(['MP-B1', 'MP-B2', 'MP-B3', 'MP-B4', 'MP-B5', 'MP-B6', 'MP-B7', 'MP-B8']);
  expect(calls.every((call) => textOf(call, 'calledElement') === 'medvirkningspunkt')).toBe(true);
  expect(calls.every((call) => extensionsOf(call, 'boligflyt:Input').length === 4)).toBe(true);
});
