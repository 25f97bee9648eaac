-- A case that waits for the one that it called is not forgotten while what that one has to tell it is still on its way: it stands among
-- the effects of the called case, which may be over.
CREATE OR REPLACE VIEW "case_untouched" WITH (security_invoker = true) AS
SELECT c.tenant, c.id, c.definition_key, c.title, c.started_at
FROM "process_instance" AS c
WHERE c.state = 'active'
  AND NOT EXISTS (
    SELECT FROM "user_task" AS t
    WHERE t.tenant = c.tenant AND t.instance = c.id AND t.state IN ('created', 'assigned') AND t.due_at IS NOT NULL
      AND (t.assignee IS NOT NULL OR cardinality(t.candidate_groups) > 0))
  AND NOT EXISTS (
    SELECT FROM "timer" AS a
    WHERE a.tenant = c.tenant AND a.instance = c.id AND a.purpose = 'event' AND a.fired_at IS NULL AND a.cancelled_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM "incident" AS i WHERE i.tenant = c.tenant AND i.instance = c.id AND i.resolved_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM "outbox" AS o
    WHERE o.tenant = c.tenant AND o.instance = c.id AND o.done_at IS NULL AND o.failed_at IS NULL)
  AND NOT EXISTS (
    SELECT FROM "process_instance" AS p WHERE p.tenant = c.tenant AND p.parent_id = c.id AND (p.state = 'active' OR EXISTS (
      SELECT FROM "outbox" AS told
      WHERE told.tenant = p.tenant AND told.instance = p.id AND told.done_at IS NULL AND told.failed_at IS NULL)))
  AND NOT EXISTS (
    SELECT FROM "job" AS j
    WHERE j.tenant = c.tenant AND j.instance = c.id
      AND (j.state IN ('leased', 'retrying')
        OR j.state = 'waiting' AND j.created_at > (SELECT boligflyt_now()) - interval '1 day'
          AND NOT EXISTS (
            SELECT FROM "outbox" AS f
            WHERE f.tenant = c.tenant AND f.instance = c.id AND f.kind = 'CreateJob' AND f.failed_at IS NOT NULL)));
