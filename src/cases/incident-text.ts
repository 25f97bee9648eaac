import type { IncidentCode } from '../engine/index.js';

const texts: Readonly<Record<IncidentCode, string>> = {
  EXPRESSION: 'Et uttrykk i diagrammet lar seg ikke regne ut med opplysningene i saken.',
  NO_FLOW: 'Ingen av veiene videre passer med opplysningene i saken.',
  LOOP_LIMIT: 'Saken går i ring uten å vente på noe.',
  JOB_FAILED: 'Automatisk arbeid mislyktes.',
  UNKNOWN_RULE: 'Fristregelen finnes ikke i fristregisteret.',
  UNKNOWN_PROCESS: 'Prosessen som skulle startes, finnes ikke i denne versjonen.',
  CALL_CANCELLED: 'Saken som ble startet herfra, ble avsluttet før den var ferdig.',
  UNCAUGHT_ERROR: 'Det ble meldt en feil som ingen i diagrammet tar seg av.',
  MI_LIMIT: 'Listen er lengre enn det som kan deles ut på en gang.',
  DECISION: 'Beslutningen lar seg ikke avgjøre: den er ikke tatt i bruk, eller reglene passer ikke med opplysningene.',
  UNTOUCHED: 'Ingen har ansvar for neste steg i saken, og ingen frist løper.',
  EFFECT_FAILED: 'Noe saken skulle sende eller sette i gang, ble gitt opp etter flere forsøk.',
  STUCK: 'Saken venter på noe som ikke lenger kan skje.',
};

/** Why a case stands still, in words for people. */
export const incidentText = (code: IncidentCode): string => texts[code];
