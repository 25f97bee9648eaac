import { flow, flows, userTask } from '../support/bpmn-xml.js';
import { playXml } from '../support/play-xml.js';

const undoable = (id: string): string =>
  `${userTask(id)}<boundaryEvent id="kant-${id}" attachedToRef="${id}"><compensateEventDefinition id="k-${id}"/></boundaryEvent>
   ${userTask(`angre-${id}`, '', 'isForCompensation="true"')}
   <association id="til-${id}" associationDirection="One" sourceRef="kant-${id}" targetRef="angre-${id}"/>`;

describe('BPMN 2.0.2 §10.7 compensation as it is drawn', () => {
  it('a throw event undoes two tasks by the handlers that associations lead to, last one first', async () => {
    const play = await playXml(
      `<startEvent id="start"/>${undoable('bestill')}${undoable('betal')}
       <intermediateThrowEvent id="angre"><compensateEventDefinition id="k"/></intermediateThrowEvent>
       ${userTask('etter')}<endEvent id="slutt"/>${flows('start > bestill > betal > angre > etter > slutt')}`,
    );
    play.start();
    play.complete('bestill');
    play.complete('betal');

    play.complete('angre-betal');
    play.complete('angre-bestill');
    play.complete('etter');

    expect(play.instance.state).toBe('completed');
  });

  it('activityRef and waitForCompletion are read: one task is undone, and nobody waits', async () => {
    const play = await playXml(
      `<startEvent id="start"/>${undoable('bestill')}${undoable('betal')}
       <intermediateThrowEvent id="angre"><compensateEventDefinition id="k" activityRef="bestill" waitForCompletion="false"/></intermediateThrowEvent>
       ${userTask('etter')}<endEvent id="slutt"/>${flows('start > bestill > betal > angre > etter > slutt')}`,
    );
    play.start();
    play.complete('bestill');
    play.complete('betal');

    expect(play.standing).toEqual(['angre-bestill', 'etter']);
  });

  it('a transaction is cancelled, undone and left by its cancel event', async () => {
    const play = await playXml(
      `<startEvent id="start"/>
       <transaction id="handel"><startEvent id="inn"/>${undoable('bestill')}
         <endEvent id="avbrutt"><cancelEventDefinition id="c1"/></endEvent>${flows('inn > bestill > avbrutt')}</transaction>
       <boundaryEvent id="ved-avbrudd" attachedToRef="handel"><cancelEventDefinition id="c2"/></boundaryEvent>
       ${userTask('videre')}${userTask('aldri')}<endEvent id="slutt"/>
       ${flows('start > handel > aldri > slutt')}${flow('ved-avbrudd', 'videre')}${flow('videre', 'slutt')}`,
    );
    play.start();
    play.complete('bestill');
    expect(play.standing).toEqual(['angre-bestill', 'handel']);

    play.complete('angre-bestill');
    expect(play.standing).toEqual(['videre']);
  });

  it('a sub-process is undone by its compensation event sub-process', async () => {
    const play = await playXml(
      `<startEvent id="start"/>
       <subProcess id="del"><startEvent id="inn"/>${userTask('a')}<endEvent id="ut"/>${flows('inn > a > ut')}
         <subProcess id="tilbake" triggeredByEvent="true">
           <startEvent id="ved"><compensateEventDefinition id="k1"/></startEvent>${userTask('rydd')}<endEvent id="ryddet"/>
           ${flows('ved > rydd > ryddet')}</subProcess></subProcess>
       <endEvent id="slutt"><compensateEventDefinition id="k2"/></endEvent>${flows('start > del > slutt')}`,
    );
    play.start();
    play.complete('a');
    expect(play.standing).toEqual(['del', 'rydd', 'slutt', 'tilbake'].toSorted());

    play.complete('rydd');
    expect(play.instance.state).toBe('completed');
  });
});
