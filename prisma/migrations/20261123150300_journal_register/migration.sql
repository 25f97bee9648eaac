-- The journal register (postjournal): a row for each document in and out, numbered without holes within a year. It names no person, and stays
-- when its case is deleted.
CREATE TABLE "journal_number" (
    "tenant" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "journal_number_pkey" PRIMARY KEY ("tenant","year")
);

CREATE TABLE "journal_entry" (
    "tenant" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document_type" TEXT NOT NULL,
    "journaled_on" DATE NOT NULL,
    "dated_on" DATE NOT NULL,
    "instance" TEXT NOT NULL,
    "letter" TEXT,
    "sent_by" TEXT,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("tenant","year","number"),
    CONSTRAINT "journal_entry_kind_check" CHECK ("kind" IN ('I', 'U', 'N')),
    CONSTRAINT "journal_entry_sent_by_check" CHECK ("sent_by" IN ('digital', 'post'))
);

CREATE INDEX "journal_entry_tenant_journaled_on_idx" ON "journal_entry"("tenant", "journaled_on");

-- What was sent and received before gets the numbers it would have had. Whoever owns the tables sees all of them while this runs.
ALTER TABLE "letter" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "application" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "posted_letter" NO FORCE ROW LEVEL SECURITY;
WITH document AS (
  SELECT l.tenant, l.id, CASE WHEN l.recipient = '' THEN 'N' ELSE 'U' END AS kind, l.template AS document_type, l.instance, l.id AS letter,
    CASE WHEN l.recipient = '' THEN l.title ELSE replace(l.title, l.recipient, '*****') END AS title, l.sent_at AS at,
    (l.sent_at AT TIME ZONE 'Europe/Oslo')::date AS dated_on,
    CASE WHEN EXISTS (SELECT FROM "posted_letter" AS p WHERE p.tenant = l.tenant AND p.letter = l.id) THEN 'post' ELSE 'digital' END AS sent_by
  FROM "letter" AS l
  UNION ALL
  SELECT a.tenant, a.id, 'I', 'soknad', a.id, NULL, 'Søknad', a.registered_at, a.received_on, NULL FROM "application" AS a
), dated AS (
  SELECT *, (at AT TIME ZONE 'Europe/Oslo')::date AS journaled_on FROM document
)
INSERT INTO "journal_entry" (tenant, year, number, kind, title, document_type, journaled_on, dated_on, instance, letter, sent_by)
SELECT tenant, extract(year FROM journaled_on)::int,
  row_number() OVER (PARTITION BY tenant, extract(year FROM journaled_on) ORDER BY at, id), kind, title, document_type, journaled_on, dated_on,
  instance, letter, sent_by
FROM dated;
INSERT INTO "journal_number" (tenant, year, last) SELECT tenant, year, max(number) FROM "journal_entry" GROUP BY tenant, year;
ALTER TABLE "posted_letter" FORCE ROW LEVEL SECURITY;
ALTER TABLE "application" FORCE ROW LEVEL SECURITY;
ALTER TABLE "letter" FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['journal_number', 'journal_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I USING (tenant = current_setting(''app.tenant'', true)) '
      'WITH CHECK (tenant = current_setting(''app.tenant'', true))', tab);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO boligflyt_app', tab);
  END LOOP;
END
$$;
GRANT UPDATE ("last") ON "journal_number" TO boligflyt_app;
