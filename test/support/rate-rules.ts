import { decision, dmnXml, literal } from './dmn-xml.js';

/** The rules for a rent: how many kroner a month a room costs. */
export const rateRules = (perRoom: number, { tag = '' } = {}): string =>
  dmnXml(
    decision('husleie', literal(`rom * ${perRoom}`)).replace(
      '<decision ',
      tag === ''
        ? '<decision '
        : `<decision xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:versionTag="${tag}" `,
    ),
    { namespace: 'https://boligflyt.no/dmn/husleie' },
  );

/** A process that computes a rent by a decision and shows it in the name of a task. */
export const rateProcess = (key: string, asked: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="dokument-${key}" targetNamespace="https://boligflyt.no">
  <bpmn:process id="${key}" name="Husleie" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk">
    <bpmn:startEvent id="begynt" name="Begynt"></bpmn:startEvent>
    <bpmn:businessRuleTask id="regn" name="Regn ut husleien" ${asked} boligflyt:resultVariable="husleie" />
    <bpmn:userTask id="se" name="Se over" boligflyt:candidateGroups="hvk" boligflyt:title="=&quot;Husleie &quot; + string(husleie)" />
    <bpmn:endEvent id="sett" name="Sett" />
    <bpmn:sequenceFlow id="f1" sourceRef="begynt" targetRef="regn" />
    <bpmn:sequenceFlow id="f2" sourceRef="regn" targetRef="se" />
    <bpmn:sequenceFlow id="f3" sourceRef="se" targetRef="sett" />
  </bpmn:process>
</bpmn:definitions>`;
