import type { DefinitionStore } from '../../../src/runtime/definition-ports.js';
import { idOf } from '../../../src/shared/id.js';
import { processesIn } from '../../support/contract-processes.js';
import { trondheim } from '../../support/stack.js';

/** The process that every run of the programme plays; two versions, so that a case can be moved to the next. */
export const provingProcess = 'prove';

const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}-til-${target}" sourceRef="${source}" targetRef="${target}" />`;

const job = (id: string): string =>
  `<bpmn:serviceTask id="${id}" name="${id}" boligflyt:jobType="si-fra"><bpmn:extensionElements /></bpmn:serviceTask>`;

interface Proving {
  readonly key: string;
  readonly name: string;
  readonly start: string;
  /** The rule of its deadline; without one where the register of deadlines is the product's own. */
  readonly rule?: string;
}

/** Says that it began; waits for a person, then for an answer or an alarm; says after each that it happened. */
const document = ({ key, name, start, rule }: Proving): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="dokument" targetNamespace="https://boligflyt.no">
  <bpmn:message id="melding-svar" name="svar" boligflyt:correlationKey="=nummer" />
  <bpmn:message id="melding-meldt" name="meldt" />
  <bpmn:process id="${key}" name="${name}" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk">
    ${start}
    ${job('si-startet')}
    <bpmn:userTask id="behandle" name="Behandle" boligflyt:candidateGroups="hvk">
      ${rule === undefined ? '' : `<bpmn:extensionElements><boligflyt:deadline rule="${rule}" /></bpmn:extensionElements>`}
    </bpmn:userTask>
    ${job('si-behandlet')}
    <bpmn:eventBasedGateway id="vent" name="Vent" />
    <bpmn:intermediateCatchEvent id="svar" name="Svar"><bpmn:messageEventDefinition messageRef="melding-svar" /></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="frist" name="Frist">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">=frist</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    ${job('si-svart')}
    ${job('si-ringt')}
    <bpmn:endEvent id="svart" name="Svart" />
    <bpmn:endEvent id="ringt" name="Ringt" />
    ${flow('begynt', 'si-startet')}${flow('si-startet', 'behandle')}${flow('behandle', 'si-behandlet')}${flow('si-behandlet', 'vent')}
    ${flow('vent', 'svar')}${flow('vent', 'frist')}${flow('svar', 'si-svart')}${flow('frist', 'si-ringt')}
    ${flow('si-svart', 'svart')}${flow('si-ringt', 'ringt')}
  </bpmn:process>
</bpmn:definitions>`;

const version = (number: number): string =>
  document({
    key: provingProcess,
    name: `Prøve ${number}`,
    start: '<bpmn:startEvent id="begynt" name="Begynt" />',
    rule: 'K01',
  });

/** The same, begun by a message: what a program may begin over HTTP. */
const reported = document({
  key: 'prove-meldt',
  name: 'Prøve som meldes',
  start:
    '<bpmn:startEvent id="begynt" name="Begynt"><bpmn:messageEventDefinition messageRef="melding-meldt" /></bpmn:startEvent>',
});

/** A case that does nothing but wait for its alarm: cheap to have a hundred thousand of. */
const waiting = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="ventende" targetNamespace="https://boligflyt.no">
  <bpmn:process id="vente" name="Vente" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk">
    <bpmn:startEvent id="begynt" name="Begynt" />
    <bpmn:intermediateCatchEvent id="frist" name="Frist">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">=frist</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="ringt" name="Ringt" />
    ${flow('begynt', 'frist')}${flow('frist', 'ringt')}
  </bpmn:process>
</bpmn:definitions>`;

/** Writes the municipality and deploys the processes of the programme; safe to repeat. */
export async function deployProving(store: {
  readonly tenants: { enter(tenant: typeof trondheim, name: string): Promise<unknown> };
  readonly definitions: Pick<DefinitionStore, 'deploy'>;
}): Promise<void> {
  await store.tenants.enter(trondheim, 'Trondheim kommune');
  for (const xml of [version(1), version(2), reported, waiting])
    await store.definitions.deploy(trondheim, { by: idOf('ada'), processes: await processesIn(xml), forms: [] });
}
