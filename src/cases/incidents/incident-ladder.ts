import { addDuration } from '../../engine/index.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { IncidentBook, OpenIncident } from '../../runtime/incident-ports.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { fillTemplate } from '../fill-template.js';
import { incidentText } from '../incident-text.js';
import { stepAfter } from '../notifications/delivery-rules.js';
import type { Notice } from '../notifications/compose-notice.js';
import type { InWords, Postbox } from '../notifications/postbox.js';
import { alone, leadersOf, withSubstitutes } from '../notifications/recipients.js';
import type { Recipient, RecipientParts } from '../notifications/recipients.js';
import { incidentOwnerOf } from './incident-owner.js';

/** What the ladder is climbed with. */
export interface IncidentLadderParts extends RecipientParts {
  readonly incidents: Pick<IncidentBook, 'due' | 'count'>;
  readonly postbox: Postbox;
  readonly clock: Pick<Clock, 'now'>;
  readonly publicUrl: string;
}

const atATime = 100;

/**
 * Gives what is stuck to the group that owns it and tells them once; then reminds whoever has taken it, else the group, step by step
 * until it is put right. Nothing of what the case is about is said. Each step is told once, however many processes do this.
 */
export class IncidentLadder implements DueRounds {
  readonly kind = 'incidents';

  constructor(private readonly parts: IncidentLadderParts) {}

  async work(tenant: TenantId): Promise<number> {
    const { incidents, clock, rules } = this.parts;
    const due = await incidents.due(tenant, atATime);
    if (due.length === 0) return 0;

    const at = await clock.now(tenant);
    // From now, not from when it was due: who was away for a week is reminded once.
    const dueAt = addDuration(at, rules.incidents.every);
    let told = 0;
    for (const about of due) {
      const owner = incidentOwnerOf(rules, about.process);
      // Told first: the keys of the messages let nobody hear it twice, and a step that was counted is not told any more.
      await this.tell(tenant, about, { at, owner });
      if (await incidents.count(tenant, about, dueAt)) told += 1;
    }
    return told;
  }

  private async tell(tenant: TenantId, about: OpenIncident, { at, owner }: Telling): Promise<void> {
    const times = about.told + 1;
    const { id, processInstanceId, subject } = about;
    const heard = await this.listeners(tenant, about, { at, owner });
    for (const { person, why } of heard.filter((one) => one.person.id !== subject)) {
      await this.parts.postbox.deliver(person, {
        ...{ tenant, processInstanceId, at, kind: 'incident' },
        key: `incident/${id}/${times}/${person.id}`,
        words: this.words(about, times, person.name),
        ...(why === undefined ? {} : { why }),
      });
    }
  }

  private async listeners(
    tenant: TenantId,
    { told, assignee }: OpenIncident,
    { at, owner }: Telling,
  ): Promise<readonly Recipient[]> {
    const { directory, rules } = this.parts;
    const to = stepAfter(rules.incidents.ladder, told + 1)?.to ?? 'owner';
    const group = alone(await directory.membersOf(tenant, [owner]));
    if (to === 'owner' && assignee === undefined) return group;
    if (to === 'owner' && assignee !== undefined) return withSubstitutes(this.parts, { tenant, at }, assignee);

    const above = await directory.membersOf(tenant, to === 'leader' ? leadersOf(rules, [owner]) : [to]);
    return above.length > 0 ? alone(above) : group;
  }

  private words({ processName, code, raisedAt }: OpenIncident, times: number, name: string): InWords<Notice> {
    const values = {
      ...{ navn: name, prosess: processName, hva: incidentText(code), siden: raisedAt, ganger: times },
      lenke: `${this.parts.publicUrl}/stanset`,
    };
    return ({ varsler: { incident } }, language) => ({
      subject: fillTemplate(incident.emne, values, language),
      text: fillTemplate(incident.tekst, values, language),
    });
  }
}

interface Telling {
  readonly at: Instant;
  readonly owner: string;
}
