import { flow, flows, userTask } from '../support/bpmn-xml.js';
import { playXml } from '../support/play-xml.js';

describe('BPMN 2.0.2 §13.3.1 sequence flow', () => {
  it('several unconditional flows out of an activity are all taken', async () => {
    const play = await playXml(
      `<startEvent id="start"/><task id="del"/>${userTask('a')}${userTask('b')}<endEvent id="slutt"/>
       ${flows('start > del > a > slutt', 'del > b > slutt')}`,
    );

    play.start();

    expect(play.standing).toEqual(['a', 'b']);
  });

  it('conditional flows out of an activity: every one that is true, the default when none is', async () => {
    const content = `<startEvent id="start"/><task id="velg" default="velg-c"/>${userTask('a')}${userTask('b')}${userTask('c')}
      <endEvent id="slutt"/>${flow('start', 'velg')}${flow('velg', 'a', 'belop > 1')}${flow('velg', 'b', 'belop > 2')}${flow('velg', 'c')}
      ${flows('a > slutt', 'b > slutt', 'c > slutt')}`;
    const standingFor = async (belop: number): Promise<readonly string[]> => {
      const play = await playXml(content);
      play.start({ belop });
      return play.standing;
    };

    expect(await standingFor(3)).toEqual(['a', 'b']);
    expect(await standingFor(2)).toEqual(['a']);
    expect(await standingFor(0)).toEqual(['c']);
  });

  it('an activity with two flows in starts for each token: no join is implied', async () => {
    const play = await playXml(
      `<startEvent id="start"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}${userTask('etter')}<endEvent id="slutt"/>
       ${flows('start > del > a > etter > slutt', 'del > b > etter')}`,
    );

    play.start();
    play.complete('a');
    play.complete('b');

    expect(play.standing).toEqual(['etter', 'etter']);
  });
});

describe('BPMN 2.0.2 §13.4.1 parallel gateway', () => {
  const forkAndJoin = `<startEvent id="start"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}
    <parallelGateway id="saml"/>${userTask('etter')}<endEvent id="slutt"/>
    ${flows('start > del > a > saml > etter > slutt', 'del > b > saml')}`;

  it('gives one token to each flow out', async () => {
    const play = await playXml(forkAndJoin);

    play.start();

    expect(play.standing).toEqual(['a', 'b']);
  });

  it('waits for one token on each flow in, and gives one on', async () => {
    const play = await playXml(forkAndJoin);

    play.start();
    play.complete('b');
    expect(play.standing).toEqual(['a', 'saml']);

    play.complete('a');
    expect(play.standing).toEqual(['etter']);
  });

  it('both joins and forks: 2 in, 2 out', async () => {
    const play = await playXml(
      `<startEvent id="start"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}<parallelGateway id="begge"/>
       ${userTask('c')}${userTask('d')}<endEvent id="slutt"/>
       ${flows('start > del > a > begge > c > slutt', 'del > b > begge > d > slutt')}`,
    );

    play.start();
    play.complete('a');
    play.complete('b');

    expect(play.standing).toEqual(['c', 'd']);
  });
});

describe('BPMN 2.0.2 §13.4.2 exclusive gateway', () => {
  const choice = (attributes: string, last: string): string =>
    `<startEvent id="start"/><exclusiveGateway id="valg" ${attributes}/>${userTask('a')}${userTask('b')}${userTask('c')}
     <exclusiveGateway id="samle"/><endEvent id="slutt"/>
     ${flow('start', 'valg')}${flow('valg', 'a', 'belop > 10')}${flow('valg', 'b', 'belop > 5')}${last}
     ${flows('a > samle', 'b > samle', 'c > samle', 'samle > slutt')}`;
  const withDefault = choice('default="valg-c"', flow('valg', 'c'));

  it.each([
    [11, 'a'],
    [6, 'b'],
    [1, 'c'],
  ])('takes the first flow whose condition is true, else the default: %d → %s', async (belop, expected) => {
    const play = await playXml(withDefault);

    play.start({ belop });

    expect(play.standing).toEqual([expected]);
  });

  it('takes the default when a condition asks for what is missing', async () => {
    const play = await playXml(withDefault);

    play.start({});

    expect(play.standing).toEqual(['c']);
  });

  it('no condition true and no default: an incident, and the case stays until somebody resolves it', async () => {
    const play = await playXml(choice('', flow('valg', 'c', 'belop < 0')));

    play.start({ belop: 1 });
    expect(play.incidents).toEqual(['NO_FLOW valg']);

    play.resolve({ belop: 11 });
    expect(play.standing).toEqual(['a']);
  });

  it('merges: every token passes by itself', async () => {
    const play = await playXml(withDefault);

    play.start({ belop: 11 });
    play.complete('a');

    expect(play.instance.state).toBe('completed');
  });
});
