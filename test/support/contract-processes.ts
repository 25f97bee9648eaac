import { readBpmn } from '../../src/engine/index.js';
import type { DeadlineRegister } from '../../src/engine/index.js';
import type { ProcessToDeploy } from '../../src/runtime/definition-ports.js';

const document = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="dokument" targetNamespace="https://boligflyt.no">
${body}
</bpmn:definitions>`;

const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}-til-${target}" sourceRef="${source}" targetRef="${target}" />`;

/** A request to the municipality: an assessment with the deadline K01, a day's wait, a letter; stages 3 to 5. */
export const henvendelse = document(`
  <bpmn:process id="henvendelse" name="Henvendelse" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk bst"
    boligflyt:subject="soker" boligflyt:title="&quot;Henvendelse fra &quot; + soker">
    <bpmn:startEvent id="mottatt" name="Mottatt" boligflyt:stage="3" />
    <bpmn:userTask id="vurder" name="Vurder henvendelsen" boligflyt:candidateGroups="hvk" boligflyt:stage="4">
      <bpmn:extensionElements><boligflyt:deadline rule="K01" /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:intermediateCatchEvent id="vent" name="Vent en dag">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:serviceTask id="svar" name="Send svar" boligflyt:jobType="send-brev" boligflyt:stage="5" />
    <bpmn:endEvent id="besvart" name="Besvart" />
    ${flow('mottatt', 'vurder')}${flow('vurder', 'vent')}${flow('vent', 'svar')}${flow('svar', 'besvart')}
  </bpmn:process>`);

/** A case that waits for a message with the key of the case, and nothing else. */
export const bestilling = document(`
  <bpmn:message id="melding-levert" name="levert" boligflyt:correlationKey="=nummer" />
  <bpmn:process id="bestilling" name="Bestilling" isExecutable="true" boligflyt:family="shared" boligflyt:readers="bst">
    <bpmn:startEvent id="bestilt" name="Bestilt" />
    <bpmn:intermediateCatchEvent id="vent-paa-levering" name="Vent på levering">
      <bpmn:messageEventDefinition messageRef="melding-levert" />
    </bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="ferdig" name="Ferdig" />
    ${flow('bestilt', 'vent-paa-levering')}${flow('vent-paa-levering', 'ferdig')}
  </bpmn:process>`);

/** A telephone call that is due when the case says. */
export const oppringning = document(`
  <bpmn:process id="oppringning" name="Oppringning" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk">
    <bpmn:startEvent id="begynt" name="Begynt" />
    <bpmn:userTask id="ring" name="Ring" boligflyt:candidateGroups="hvk" boligflyt:dueDate="=frist" />
    <bpmn:endEvent id="ringt" name="Ringt" />
    ${flow('begynt', 'ring')}${flow('ring', 'ringt')}
  </bpmn:process>`);

/** A process that starts every Tuesday at nine. */
export const ukerunde = document(`
  <bpmn:process id="ukerunde" name="Ukerunde" isExecutable="true" boligflyt:family="shared" boligflyt:readers="bst">
    <bpmn:startEvent id="hver-tirsdag" name="Hver tirsdag">
      <bpmn:timerEventDefinition>
        <bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/2026-01-06T09:00:00/P7D</bpmn:timeCycle>
      </bpmn:timerEventDefinition>
    </bpmn:startEvent>
    <bpmn:userTask id="gaa-gjennom" name="Gå gjennom lista" boligflyt:candidateGroups="bst" />
    <bpmn:endEvent id="gjennomgatt" name="Gjennomgått" />
    ${flow('hver-tirsdag', 'gaa-gjennom')}${flow('gaa-gjennom', 'gjennomgatt')}
  </bpmn:process>`);

/** A process that starts every day at eight; missed days by the policy. */
export const dagsrunde = (misfire: 'one' | 'all' | 'none'): string =>
  document(`
  <bpmn:process id="dagsrunde" name="Dagsrunde" isExecutable="true" boligflyt:family="shared" boligflyt:readers="bst">
    <bpmn:startEvent id="hver-dag" name="Hver dag">
      <bpmn:timerEventDefinition boligflyt:misfire="${misfire}">
        <bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/2026-11-24T08:00:00/P1D</bpmn:timeCycle>
      </bpmn:timerEventDefinition>
    </bpmn:startEvent>
    <bpmn:userTask id="rund" name="Gå runden" boligflyt:candidateGroups="bst" />
    <bpmn:endEvent id="ferdig" name="Ferdig" />
    ${flow('hver-dag', 'rund')}${flow('rund', 'ferdig')}
  </bpmn:process>`);

/** A wish to move that is mapped and then decided: both in their registers, of the person in `soker`. */
export const moveWish = document(`
  <bpmn:process id="boligbytte" name="Bytteønske" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk" boligflyt:subject="soker">
    <bpmn:startEvent id="onsket" name="Ønsket" />
    <bpmn:userTask id="kartlegg" name="Kartlegg" boligflyt:candidateGroups="hvk" boligflyt:register="kartlegging" />
    <bpmn:userTask id="avgjor" name="Avgjør" boligflyt:candidateGroups="hvk" boligflyt:register="vedtak" />
    <bpmn:endEvent id="avgjort" name="Avgjort" />
    ${flow('onsket', 'kartlegg')}${flow('kartlegg', 'avgjor')}${flow('avgjor', 'avgjort')}
  </bpmn:process>`);

/** The deadline of `henvendelse`: two weeks, with a reminder a week before. */
export const contractRegister: DeadlineRegister = [
  {
    id: 'K01',
    name: 'Svar på henvendelse',
    length: { period: 'P2W' },
    kind: 'local',
    rounding: 'none',
    law: 'lokal frist',
    verified: true,
    validFrom: '2020-01-01',
    ladder: [{ kind: 'reminder', offset: '-P7D', to: 'assignee' }],
    pausable: ['local'],
    pauseReminder: 'P14D',
    breachTo: 'hvk-leder',
  },
];

/** The processes of a document, ready to be deployed. */
export async function processesIn(xml: string): Promise<readonly ProcessToDeploy[]> {
  const reading = await readBpmn(xml);
  if (!reading.ok) throw new Error(`Expected a valid document, but ${JSON.stringify(reading.diagnostics)}`);
  return reading.definitions.map((definition) => ({ definition, xml }));
}
