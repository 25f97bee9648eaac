import { documentXml, flows, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';

/** A customer who waits for the answer on its own order, and a shop that answers: the key is computed from the order’s number. */
const orders = documentXml(`<message id="m" name="svar"/>
  <correlationProperty id="ordrenr" name="ordrenummer"><correlationPropertyRetrievalExpression messageRef="m"><messagePath>ordre.nummer</messagePath>
    </correlationPropertyRetrievalExpression></correlationProperty>
  <collaboration id="sammen"><correlationKey id="nokkel"><correlationPropertyRef>ordrenr</correlationPropertyRef></correlationKey></collaboration>
  <process id="kunde" isExecutable="true"><startEvent id="s"/><receiveTask id="vent" messageRef="m"/>${userTask('etter')}<endEvent id="e"/>
    ${flows('s > vent > etter > e')}<correlationSubscription id="ab" correlationKeyRef="nokkel"><correlationPropertyBinding
    correlationPropertyRef="ordrenr"><dataPath>sak.ordre</dataPath></correlationPropertyBinding></correlationSubscription></process>
  <process id="butikk" isExecutable="true"><startEvent id="bs"/><intermediateThrowEvent id="svar"><messageEventDefinition messageRef="m"/>
    </intermediateThrowEvent><endEvent id="be"/>${flows('bs > svar > be')}</process>`);

describe('BPMN 2.0.2 §8.4.2 correlation properties', () => {
  it('the answer reaches the customer whose order it is about, and nobody else', async () => {
    const bench = new BenchLine();
    await bench.deploy(orders);
    const seven = await bench.start('kunde', { variables: { sak: { ordre: 7 } } });
    const eight = await bench.start('kunde', { variables: { sak: { ordre: 8 } } });

    await bench.start('butikk', { variables: { ordre: { nummer: 8 } } });

    expect(await bench.standing(seven)).toEqual(['vent']);
    expect(await bench.standing(eight)).toEqual(['etter']);
    expect((await bench.do('check')).violations).toEqual([]);
  });
});
