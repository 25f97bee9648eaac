/**
 * Who may read the case `c` because they have broken the glass: whoever started a case of process `nodtilgang` with its id as business key,
 * as long as the clock that is drawn there (`tilgangen-slutter`) is still to ring.
 */
export const emergencyReaders = `array(
      select e.started_by from process_instance as e
      join timer as t on t.tenant = e.tenant and t.instance = e.id and t.node = 'tilgangen-slutter'
      where e.definition_key = 'nodtilgang' and e.tenant = c.tenant and e.business_key = c.id and e.state = 'active'
        and t.fired_at is null and t.cancelled_at is null and t.due_at > boligflyt_now()) as "emergencyReaders"`;
