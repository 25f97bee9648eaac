-- Every clock of a task's deadline that ran out with the work undone, by the day that was missed: our own target, or the last
-- day that the law allows, which is the same where nothing moved the target back.
CREATE VIEW "missed_deadline" WITH (security_invoker = true) AS
SELECT t.tenant, t.instance, t.user_task_id, t.node, t.deadline ->> 'rule' AS rule,
  CASE WHEN t.purpose = 'legal-breach' THEN t.deadline ->> 'legalOn' ELSE t.deadline ->> 'dueOn' END AS missed_on,
  t.purpose = 'breach' AS is_target,
  t.purpose = 'legal-breach' OR t.deadline ->> 'dueOn' = t.deadline ->> 'legalOn' AS is_legal
FROM "timer" AS t
WHERE t.purpose IN ('breach', 'legal-breach') AND t.fired_at IS NOT NULL;
GRANT SELECT ON "missed_deadline" TO boligflyt_app;

CREATE INDEX "timer_missed_deadline_idx" ON "timer"
  ("tenant", (CASE WHEN purpose = 'legal-breach' THEN deadline ->> 'legalOn' ELSE deadline ->> 'dueOn' END))
  WHERE "purpose" IN ('breach', 'legal-breach') AND "fired_at" IS NOT NULL;
