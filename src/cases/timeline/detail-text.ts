import type { ProcessEvent } from '../../engine/index.js';

const texts: Readonly<Partial<Record<ProcessEvent['type'], string>>> = {
  TokenCreated: 'Et spor begynte',
  TokenMoved: 'Gikk videre',
  TokenConsumed: 'Et spor sluttet',
  NodeEntered: 'Kom til',
  NodeCompleted: 'Ferdig med',
  ElementActivated: 'Begynte',
  ElementPhaseChanged: 'Ny tilstand',
  ElementEnded: 'Sluttet',
  MultiInstanceProgressed: 'Kom videre i listen',
  VariablesSet: 'Opplysninger ble lagret',
  TimerScheduled: 'Alarm ble satt',
  TimerFired: 'Alarmen ringte',
  TimerCancelled: 'Alarmen ble slått av',
  TimerMoved: 'Alarmen fulgte fristen',
  MessageSubscribed: 'Begynte å vente på melding',
  MessageUnsubscribed: 'Sluttet å vente på melding',
  EventSubscribed: 'Begynte å vente',
  EventUnsubscribed: 'Sluttet å vente',
  EventOccurred: 'Skjedde',
  CompensationRecorded: 'Kan omgjøres',
  CompensationForgotten: 'Skal ikke lenger omgjøres',
  MultiInstanceExtended: 'Listen fikk ett punkt til',
  AdHocElementsChosen: 'Neste arbeid ble valgt',
  JobLeased: 'Automatisk arbeid begynte',
  UserTaskProgressed: 'Oppgaven ble lagt til side',
  UserTaskChanged: 'Oppgaven fikk ny prioritet eller dato',
  EventThrown: 'Meldte fra',
  EventCaught: 'Fikk vite',
  MessageThrown: 'Sendte melding',
  SignalThrown: 'Sendte signal',
  ConditionAsked: 'Vilkåret endret seg',
  ElementProgressed: 'Kom videre',
  EscalatedToCaller: 'Løftet opp',
  JobCreated: 'Automatisk arbeid ble bestilt',
  JobFailed: 'Automatisk arbeid mislyktes',
  JobCancelled: 'Automatisk arbeid ble avbestilt',
  CalledProcessCancelled: 'Avbrøt egen prosess',
};

/** What an event means to those who want every token. */
export function detailText(event: ProcessEvent, nodeName: string): string {
  const text = texts[event.type] ?? event.type;
  return nodeName === '' ? `${text}.` : `${text}: ${nodeName}.`;
}
