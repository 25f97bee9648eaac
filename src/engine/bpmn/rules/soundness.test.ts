import { flow, flows, processXml } from '../../../../test/support/bpmn-xml.js';
import { readBpmn } from '../read-bpmn.js';

async function foundIn(content: string, strict = false): Promise<readonly string[]> {
  const reading = await readBpmn(processXml(content), { strict });
  const found = reading.ok ? reading.warnings : reading.diagnostics;
  return found
    .filter(({ code }) => code === 'MODEL_UNSOUND')
    .map(({ severity, rule, element, witness = [] }) => `${severity} ${rule} ${element}: ${witness.join(' ')}`);
}

const nodes = (type: string, ...ids: readonly string[]): string => ids.map((id) => `<${type} id="${id}"/>`).join('');
const start = nodes('startEvent', 'start');
const end = nodes('endEvent', 'slutt');
const choice = (source: string, ...targets: readonly string[]): string =>
  targets.map((target) => flow(source, target, 'x > 1')).join('');
const timer = (id: string, host: string, attributes = ''): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" ${attributes}><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>`;

describe('soundness, with the way that shows what is wrong', () => {
  it('a parallel join of exclusive ways gets stuck', async () => {
    const content =
      start + nodes('exclusiveGateway', 'valg') + nodes('userTask', 'a', 'b') + nodes('parallelGateway', 'saml') + end;
    const xml = content + flows('start > valg', 'a > saml', 'b > saml', 'saml > slutt') + choice('valg', 'a', 'b');

    expect(await foundIn(xml)).toEqual(['warning deadlock saml: start valg b saml']);
    expect(await foundIn(xml, true)).toEqual(['error deadlock saml: start valg b saml']);
  });

  it('an exclusive merge of parallel ways lets what follows happen twice', async () => {
    const content =
      start + nodes('parallelGateway', 'del') + nodes('userTask', 'a', 'b') + nodes('exclusiveGateway', 'saml') + end;
    const xml = content + flows('start > del', 'del > a > saml', 'del > b > saml', 'saml > slutt');

    expect(await foundIn(xml)).toEqual(['warning multi-merge saml: start del a b saml']);
  });

  it('a deadline that leads past a join leaves the join waiting', async () => {
    const content =
      start +
      nodes('parallelGateway', 'del', 'saml') +
      nodes('userTask', 'a', 'b') +
      end +
      nodes('endEvent', 'for-sent');
    const xml =
      content + timer('frist', 'a') + flows('start > del > a > saml > slutt', 'del > b > saml', 'frist > for-sent');

    expect(await foundIn(xml)).toEqual(['warning deadlock saml: start del a b a frist for-sent saml']);
  });

  it('a loop that forks every time it goes round has ever more tokens', async () => {
    const content = start + nodes('userTask', 'a') + nodes('parallelGateway', 'del') + end;
    const xml = content + flows('start > a > del > slutt', 'del > a');

    expect(await foundIn(xml)).toEqual([]);
    const twice = start + nodes('userTask', 'a', 'b') + nodes('parallelGateway', 'del') + end;
    expect(await foundIn(`${twice}${flows('start > a > del > b > a', 'del > a', 'b > slutt')}`)).not.toEqual([]);
  });

  it.each<[string, string]>([
    [
      'nested blocks',
      `${start}${nodes('parallelGateway', 'd', 's')}${nodes('exclusiveGateway', 'v', 'm')}${nodes('userTask', 'a', 'b', 'c')}${end}${flows('start > d > v', 'd > c > s > slutt', 'a > m > s', 'b > m')}${choice('v', 'a', 'b')}`,
    ],
    [
      'inclusive ways that are joined as they parted',
      `${start}${nodes('inclusiveGateway', 'd', 's')}${nodes('userTask', 'a', 'b', 'c')}${end}${flows('start > d', 'a > s > slutt', 'b > s', 'c > s')}${choice('d', 'a', 'b', 'c')}`,
    ],
    [
      'a loop through a task',
      `${start}${nodes('exclusiveGateway', 'inn', 'ut')}${nodes('userTask', 'a')}${end}${flows('start > inn > a > ut')}${choice('ut', 'inn', 'slutt')}`,
    ],
    [
      'parallel ways that end by themselves',
      `${start}${nodes('parallelGateway', 'd')}${nodes('userTask', 'a', 'b')}${end}${nodes('endEvent', 'e')}${flows('start > d > a > slutt', 'd > b > e')}`,
    ],
    [
      'a terminate that ends what waits',
      `${start}${nodes('parallelGateway', 'd', 's')}${nodes('userTask', 'a', 'b')}${end}<endEvent id="stopp"><terminateEventDefinition/></endEvent>${timer('frist', 'a')}${flows('start > d > a > s > slutt', 'd > b > s', 'frist > stopp')}`,
    ],
    [
      'a reminder that does not interrupt',
      `${start}${nodes('userTask', 'a', 'purr')}${end}${nodes('endEvent', 'e')}${timer('frist', 'a', 'cancelActivity="false"')}${flows('start > a > slutt', 'frist > purr > e')}`,
    ],
  ])('finds nothing in %s', async (_, xml) => {
    expect(await foundIn(xml)).toEqual([]);
  });

  it('finds nothing in 40 parallel ways of ten choices each, without trying them in every order', async () => {
    const way = (n: number): string =>
      Array.from({ length: 10 }, (__, m) => {
        const next = m === 9 ? 'saml' : `v${n}-${m + 1}`;
        const block = nodes('exclusiveGateway', `v${n}-${m}`, `s${n}-${m}`) + nodes('task', `a${n}-${m}`);
        return `${block}${flows(`v${n}-${m} > s${n}-${m} > ${next}`, `a${n}-${m} > s${n}-${m}`)}${choice(`v${n}-${m}`, `a${n}-${m}`)}`;
      }).join('') + flow('del', `v${n}-0`);
    const ways = Array.from({ length: 40 }, (__, n) => way(n)).join('');

    expect(
      await foundIn(
        `${start}${nodes('parallelGateway', 'del', 'saml')}${end}${flows('start > del', 'saml > slutt')}${ways}`,
      ),
    ).toEqual([]);
  });
});

describe('a cycle that never waits', () => {
  const loop = (exit: string): string =>
    `${start}${nodes('exclusiveGateway', 'inn')}${nodes('task', 'a')}${end}${exit}${flows('start > inn > a')}`;

  it('is refused when no token ever leaves it', async () => {
    expect(await foundIn(loop(nodes('exclusiveGateway', 'ut')) + flows('a > ut > inn'))).toEqual([
      'error wait-free-cycle inn: inn a ut',
    ]);
    expect(await foundIn(loop(nodes('parallelGateway', 'ut')) + flows('a > ut > inn', 'ut > slutt'))).toContain(
      'error wait-free-cycle inn: inn a ut',
    );
  });

  it('is only a warning when a choice leads out of it', async () => {
    expect(
      await foundIn(loop(nodes('exclusiveGateway', 'ut')) + flows('a > ut > slutt') + choice('ut', 'inn')),
    ).toEqual(['warning wait-free-cycle inn: inn a ut']);
  });
});
