import { FileDeployment } from '../../src/runtime/deploy-files.js';
import { accepted, kari, newCase, start } from '../support/contract-commands.js';
import { decision, dmnXml, knowledge, literal } from '../support/dmn-xml.js';
import { rateProcess, rateRules } from '../support/rate-rules.js';
import { implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const asked = (binding: string): string => `boligflyt:decision="husleie" ${binding}`;
const rules = (content: string, name = 'husleie.dmn') => ({ name, content });
const diagram = (content: string) => ({ name: 'husleie.bpmn', content });

describe.each(implementations)('deployed decisions on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  const deploy = (...files: readonly { readonly name: string; readonly content: string }[]) =>
    new FileDeployment(world.definitions, { deadlineRules: [], jobTypes: [] }).deploy(trondheim, kari, files);
  const begin = async (key: string, version?: number) => {
    const request = start(newCase(), { key, variables: { rom: 3 } });
    const definition = version === undefined ? { key } : { key, version };
    return accepted((await world.store.change(trondheim, [{ ...request, definition }]))[0]).instance;
  };
  const told = async (key: string, version?: number): Promise<readonly string[]> => {
    const { userTasks, incidents } = await begin(key, version);
    return [...[...userTasks.values()].map(({ name }) => name), ...[...incidents.values()].map(({ code }) => code)];
  };

  it('answer a business rule task in the rules’ latest version: 3 rooms of 4000 kroner, then of 4500', async () => {
    const first = await deploy(rules(rateRules(4000)), diagram(rateProcess('leie', asked(''))));
    expect(first).toMatchObject({ ok: true, decisions: [{ key: 'husleie', version: 1 }] });
    expect(await told('leie')).toEqual(['Husleie 12000']);

    expect(await deploy(rules(rateRules(4500)))).toMatchObject({ decisions: [{ key: 'husleie', version: 2 }] });
    expect(await told('leie')).toEqual(['Husleie 13500']);
  });

  it('keep their version as long as their file is the same', async () => {
    await deploy(rules(rateRules(4000)));

    expect(await deploy(rules(rateRules(4000)))).toMatchObject({ decisions: [{ key: 'husleie', version: 1 }] });
    expect(await world.definitions.decisions(trondheim)).toHaveLength(1);
  });

  it.each([
    ['a version', 'boligflyt:binding="version" boligflyt:version="1"'],
    ['a version tag', 'boligflyt:binding="version-tag" boligflyt:versionTag="2026"'],
    ['its own deployment', 'boligflyt:binding="deployment"'],
  ])('stay what they were for a task that is bound to %s', async (_, binding) => {
    await deploy(rules(rateRules(4000, { tag: '2026' })), diagram(rateProcess('leie', asked(binding))));
    await deploy(rules(rateRules(4500, { tag: '2027' })));

    expect(await told('leie')).toEqual(['Husleie 12000']);
  });

  it('are found when the diagram computes their name', async () => {
    const named = 'boligflyt:decision="=&quot;hus&quot; + &quot;leie&quot;"';
    await deploy(rules(rateRules(4000)), diagram(rateProcess('leie', named)));

    expect(await told('leie')).toEqual(['Husleie 12000']);
  });

  it('leave an incident where the version is not there', async () => {
    const binding = 'boligflyt:binding="version" boligflyt:version="7"';
    await deploy(rules(rateRules(4000)), diagram(rateProcess('leie', asked(binding))));

    expect(await told('leie')).toEqual(['DECISION']);
  });

  it('must be there when a diagram that names them is deployed', async () => {
    expect(await deploy(diagram(rateProcess('leie', asked(''))))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'DECISION_UNKNOWN', element: 'regn' }],
    });
  });

  it('take nothing with them when one of the files is wrong', async () => {
    expect(await deploy(rules(rateRules(4000)), rules('hei', 'feil.dmn'))).toMatchObject({ ok: false });
    expect(await deploy(rules(rateRules(4000)), rules(rateRules(4000), 'igjen.dmn'))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'DECISION_TWICE', element: 'husleie' }],
    });
    expect(await world.definitions.decisions(trondheim)).toEqual([]);
  });

  it('keep what they imported, and are new when what they import is', async () => {
    const library = (factor: number) =>
      dmnXml(knowledge('sats', 'rom:number', literal(`rom * ${factor}`)), {
        namespace: 'https://boligflyt.no/dmn/sats',
      });
    const use = dmnXml(
      `<import name="felles" namespace="https://boligflyt.no/dmn/sats" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>${decision(
        'husleie',
        literal('felles.sats(rom)'),
        { requires: 'knowledge:https://boligflyt.no/dmn/sats#sats' },
      )}`,
      { namespace: 'https://boligflyt.no/dmn/leie' },
    );
    await deploy(rules(library(10), 'sats.dmn'), diagram(rateProcess('uten', '')));
    await deploy(rules(use, 'leie.dmn'), diagram(rateProcess('leie', asked(''))));
    expect(await told('leie')).toEqual(['Husleie 30']);

    await deploy(rules(library(20), 'sats.dmn'));
    expect(await told('leie')).toEqual(['Husleie 30']);
    expect(await deploy(rules(use, 'leie.dmn'))).toMatchObject({ decisions: [{ key: 'husleie', version: 2 }] });
    expect(await told('leie')).toEqual(['Husleie 60']);
  });
});
