-- Who it is known from that a letter reached the person: who opened it, or who wrote the day down.
ALTER TABLE "case_decision" ADD COLUMN "reached_by" TEXT;
GRANT UPDATE ("reached_by") ON "case_decision" TO boligflyt_app;

-- A download was written down as `digitalt`, as what staff write down is; the journal tells them apart. Whoever owns the tables sees all
-- of them while this runs.
ALTER TABLE "case_decision" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "journal" NO FORCE ROW LEVEL SECURITY;
UPDATE "case_decision" AS d SET "reached_how" = 'lastet-ned', "reached_by" = told.event -> 'variables' ->> 'mottakApnetAv'
FROM (
  SELECT j.tenant, j.instance, event FROM "case_decision" AS reached
  JOIN "journal" AS j ON j.tenant = reached.tenant AND j.instance = reached.instance
  CROSS JOIN LATERAL jsonb_array_elements(j.events::jsonb) AS event
  WHERE reached.reached_how = 'digitalt' AND event ->> 'type' = 'UserTaskCompleted' AND event ->> 'by' = 'system' AND event -> 'variables' ? 'mottakApnetAv'
) AS told
WHERE told.tenant = d.tenant AND told.instance = d.instance AND d.reached_how = 'digitalt'
  AND d.reached_on = (told.event -> 'variables' ->> 'vedtakMottattOn')::date;
ALTER TABLE "journal" FORCE ROW LEVEL SECURITY;
ALTER TABLE "case_decision" FORCE ROW LEVEL SECURITY;
