import type pg from 'pg';
import type { Meeting, MeetingBook, MeetingTime, MeetingToSay, SaidMeeting } from '../../runtime/meeting-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant, type Transaction } from '../with-tenant.js';

interface StoredMeeting extends Omit<Meeting, 'time'> {
  readonly content: MeetingTime & { readonly cause: string };
}

/** Meetings, in PostgreSQL. */
export class PostgresMeetingBook implements MeetingBook {
  constructor(private readonly pool: pg.Pool) {}

  say(said: MeetingToSay): Promise<SaidMeeting> {
    return withTenant(this.pool, said.tenant, async (transaction) => {
      const { tenant, id, processInstanceId, kind, invited } = said;
      const content = { ...said.time, cause: said.cause };
      const written = await transaction.query(insert, [tenant, id, processInstanceId, kind, content, invited]);
      const stored = await lock(transaction, said);
      if (written.rowCount === 1) return { meeting: meetingOf(stored), news: 'invited' };
      return stored.content.cause === said.cause || isKnown(stored, said)
        ? { meeting: meetingOf(stored), news: newsAgain(stored, said) }
        : change(transaction, stored, said);
    });
  }

  async find(tenant: TenantId, id: string): Promise<Meeting | undefined> {
    const [stored] = await queryInTenant<StoredMeeting>(this.pool, tenant, {
      text: `${meetings} and m.id = $2`,
      values: [tenant, id],
    });
    return stored && meetingOf(stored);
  }

  async callOff({ tenant, id, sequence }: Pick<Meeting, 'tenant' | 'id' | 'sequence'>): Promise<boolean> {
    const calledOff = await queryInTenant(this.pool, tenant, {
      text: `update meeting set cancelled = true, sequence = sequence + 1
        where tenant = $1 and id = $2 and sequence = $3 and not cancelled returning id`,
      values: [tenant, id, sequence],
    });
    return calledOff.length > 0;
  }

  async moot(tenant: TenantId, limit: number): Promise<readonly Meeting[]> {
    const values = [tenant, limit];
    const rows = await queryInTenant<StoredMeeting>(this.pool, tenant, { name: 'moot-meetings', text: moot, values });
    return rows.map(meetingOf);
  }
}

async function lock(transaction: Transaction, { tenant, id }: MeetingToSay): Promise<StoredMeeting> {
  const { rows } = await transaction.query<StoredMeeting>(`${meetings} and m.id = $2 for update`, [tenant, id]);
  const [stored] = rows;
  if (stored === undefined) throw new Error(`Expected meeting '${id}' to be there once it is written`);
  return stored;
}

async function change(transaction: Transaction, stored: StoredMeeting, said: MeetingToSay): Promise<SaidMeeting> {
  const { tenant, id, time, cause } = said;
  const invited = [...new Set([...stored.invited, ...said.invited])];
  await transaction.query(update, [tenant, id, { ...time, cause }, invited]);
  return { meeting: meetingOf(await lock(transaction, said)), news: 'changed' };
}

function isKnown({ cancelled, content, invited }: StoredMeeting, said: MeetingToSay): boolean {
  const { on, at, minutes, place } = said.time;
  const isSameTime = content.on === on && content.at === at && content.minutes === minutes && content.place === place;
  return !cancelled && isSameTime && said.invited.every((person) => invited.includes(person));
}

// A repetition may be of a saying that wrote the meeting and told nobody.
const newsAgain = ({ cancelled, content, sequence }: StoredMeeting, { cause }: MeetingToSay): SaidMeeting['news'] => {
  if (cancelled || content.cause !== cause) return 'none';
  return sequence === 0 ? 'invited' : 'changed';
};

const meetingOf = ({ content: { cause: _cause, ...time }, ...meeting }: StoredMeeting): Meeting => ({
  ...meeting,
  time,
});

const insert = `
  insert into meeting (tenant, id, instance, kind, content, invited) values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, id) do nothing`;

const update = `
  update meeting set content = $3, invited = $4, sequence = sequence + 1, cancelled = false where tenant = $1 and id = $2`;

const columns = `m.tenant, m.id, m.instance as "processInstanceId", m.kind, m.sequence, m.cancelled, m.content, m.invited`;

const meetings = `select ${columns} from meeting as m where m.tenant = $1`;

const ended = `('completed', 'cancelled')`;

const fromMoot = `from meeting as m
  join process_instance as c on c.tenant = m.tenant and c.id = m.instance
  left join user_task as t on t.tenant = m.tenant and t.id = m.id
  where m.tenant = $1 and not m.cancelled and (c.state in ${ended} or t.state in ${ended})
    and (m.content ->> 'on' || ' ' || coalesce(m.content ->> 'at', '00:00'))::timestamp
      > (select boligflyt_now()) at time zone 'Europe/Oslo'`;

const moot = `select ${columns} ${fromMoot} order by m.id limit $2`;

/** Whether a municipality (`$1`) has meetings that nobody will hold. */
export const hasMoot = `exists (select ${fromMoot})`;
