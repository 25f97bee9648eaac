import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { playElement } from '../../support/play-element.js';

const tasks = (...ids: readonly string[]): string => ids.map((id) => userTask(id)).join('');
const parallel = (...ids: readonly string[]): string => ids.map((id) => `<parallelGateway id="${id}"/>`).join('');
const ends = '<endEvent id="slutt"/><endEvent id="slutt-2"/>';

describe('BPMN 2.0.2 §13.4 gateways, where the standard leaves a choice or goes wrong, from XML', () => {
  it('two inclusive gateways that wait for each other do so for ever, by the letter of the rule: STUCK', async () => {
    const play = await playElement(
      `<startEvent id="start"/>${parallel('del', 'v1', 'v2')}<inclusiveGateway id="en"/><inclusiveGateway id="to"/>
       ${tasks('a', 'b', 'm')}${ends}${flows('start > del > a > en > v1 > m > to > v2 > en', 'del > b > to', 'v1 > slutt', 'v2 > slutt-2')}`,
    );
    play.complete('a');
    play.complete('b');

    expect(play.standing).toEqual(['en', 'to']);
    expect(play.incidents).toEqual(['STUCK en']);
    expect(play.says('v1')).not.toBe('');
  });

  it('a parallel gateway both joins and forks: 2 in, 2 out', async () => {
    const play = await playElement(
      `<startEvent id="start"/>${parallel('del', 'begge')}${tasks('a', 'b', 'c', 'd')}${ends}
       ${flows('start > del > a > begge > c > slutt', 'del > b > begge > d > slutt')}`,
    );
    play.complete('a');
    expect(play.standing).toEqual(['b', 'begge']);

    play.complete('b');
    expect(play.standing).toEqual(['c', 'd']);
    expect(play.says('begge')).not.toBe('');
  });

  it('a join that can never fire, for only one of its ways was taken, says so: STUCK', async () => {
    const play = await playElement(
      `<startEvent id="start"/><inclusiveGateway id="del" default="del-b"/>${tasks('a', 'b')}${parallel('samle')}${ends}
       ${flow('del', 'a', 'x = 1')}${flows('start > del > b > samle > slutt', 'a > samle')}`,
    );
    play.complete('b');

    expect(play.standing).toEqual(['samle']);
    expect(play.incidents).toEqual(['STUCK samle']);
  });

  it('complex gateway: conditions tell its two phases apart by waitingForStart', async () => {
    const play = await playElement(
      `<startEvent id="start"/>${parallel('del')}${tasks('a', 'b', 'c', 'd', 'e')}<complexGateway id="samle"><activationCondition
         xsi:type="tFormalExpression">=activationCount &gt;= 2</activationCondition></complexGateway>${ends}
       ${flows('start > del > a > samle', 'del > b > samle', 'del > c > samle', 'd > slutt', 'e > slutt-2')}
       ${flow('samle', 'd', 'waitingForStart')}${flow('samle', 'e', 'not(waitingForStart)')}`,
    );
    play.complete('a');
    play.complete('b');
    expect(play.standing).toEqual(['c', 'd']);

    play.complete('c');
    expect(play.standing).toEqual(['d', 'e']);
    expect(play.says('samle')).toContain('waitingForStart');
  });
});
