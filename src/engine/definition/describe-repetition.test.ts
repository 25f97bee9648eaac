import {
  adHocSubProcess,
  buildProcess,
  catchEvent,
  complexGateway,
  endEvent,
  eventBasedGateway,
  flow,
  inclusiveGateway,
  inOrder,
  startEvent,
  userTask,
  type NodeSketch,
} from '../../../test/support/process-builder.js';
import { describeProcess } from './describe-process.js';

const saidOf = (node: NodeSketch): readonly string[] => {
  const process = buildProcess('p', {
    nodes: [startEvent('start'), node, endEvent('slutt')],
    flows: inOrder('start', node.id, 'slutt'),
  });
  return describeProcess(process).find((one) => one.node === node.id)?.next ?? [];
};

describe('the text twin of what is done more than once', () => {
  it.each([
    [
      { multiInstance: { sequential: false, collection: 'beboere' } },
      'Gjøres én gang for hver i beboere, alle samtidig.',
    ],
    [
      { multiInstance: { sequential: true, cardinality: '3', completionCondition: 'nok' } },
      'Gjøres 3 ganger, den ene etter den andre, til nok.',
    ],
    [{ standardLoop: { condition: 'igjen', testBefore: true } }, 'Gjøres så lenge igjen.'],
    [
      { standardLoop: { condition: 'igjen', maximum: 4, testBefore: false } },
      'Gjøres, og gjøres om igjen så lenge igjen, høyst 4 ganger.',
    ],
    [{ standardLoop: { maximum: 2, testBefore: false } }, 'Gjøres 2 ganger.'],
    [{ startQuantity: 2 }, 'Begynner når 2 er kommet hit.'],
    [{ completionQuantity: 3 }, 'Går videre 3 ganger på hver vei.'],
  ])('says of %j: %s', (options, sentence) => {
    expect(saidOf(userTask('a', options))).toEqual([sentence, 'Går videre til «slutt».']);
  });

  it('says in which order the content of an ad-hoc sub-process is done, and until when', () => {
    const inside = { nodes: [userTask('a')], flows: [] };

    expect(saidOf(adHocSubProcess('fritt', inside, { ordering: 'sequential' }))[0]).toBe(
      'Innholdet gjøres én om gangen.',
    );
    expect(saidOf(adHocSubProcess('fritt', inside, { completionCondition: 'nok' }))[0]).toBe(
      'Innholdet gjøres i fri rekkefølge, til nok.',
    );
  });
});

describe('the text twin of gateways', () => {
  it('says which event leads where, and what a join waits for', () => {
    const process = buildProcess('p', {
      nodes: [
        startEvent('start'),
        eventBasedGateway('vent'),
        catchEvent('svar', { kind: 'message', message: 'svar' }),
        catchEvent('stopp', { kind: 'signal', signal: 'stopp' }),
        inclusiveGateway('samle'),
        complexGateway('to', { activationCondition: 'activationCount >= 2' }),
        endEvent('slutt'),
      ],
      flows: [
        ...inOrder('start', 'vent', 'svar', 'samle', 'to', 'slutt'),
        ...inOrder('vent', 'stopp', 'samle'),
        flow('stopp', 'to'),
      ],
    });
    const next = new Map(describeProcess(process).map((one) => [one.node, one.next]));

    expect(next.get('vent')).toEqual([
      'Når meldingen «svar» kommer: går videre til «svar».',
      'Når signalet «stopp» sendes: går videre til «stopp».',
    ]);
    expect(next.get('samle')).toEqual(['Når alle som kan komme hit, er framme: går videre til «to».']);
    expect(next.get('to')).toEqual(['Når activationCount >= 2: går videre til «slutt».']);
  });
});
