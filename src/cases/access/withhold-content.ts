import type { Json } from '../../shared/json.js';

// What says how a case stands in its diagram, and nothing of whom or what it is about. Whatever is not named here is withheld.
const structure: ReadonlySet<string> = new Set(
  `id parentId scopeInstanceId elementInstanceId tokenId userTaskId timerId subscriptionId jobId incidentId calledInstanceId
  processInstanceId restarts caller definition definitionKey definitionVersion family state suspended
  hasIncident revision lastId phase stage kind type node via since at dueAt startedAt endedAt createdAt completedAt firedAt
  cancelledAt raisedAt resolvedAt lastAt phaseSince stageSince purpose occurrence code entered completed active how tokens
  elements userTasks timers subscriptions jobs incidents compensations multiInstance loopIndex task timer token element incident
  subscription job retries attempt`.split(/\s+/),
);

// Which version a case follows: `key` means a person's message elsewhere, so it is not in the list above.
const whole: ReadonlySet<string> = new Set(['definition']);

/** The same data without what the case is about: for operators, who mend cases but have no access to their content (domain register §5). */
export function withholdContent(value: Json): Json {
  if (Array.isArray(value)) return value.map(withholdContent);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => structure.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, whole.has(name) ? inner : withholdContent(inner)]));
}
