-- A letter that waits to be laid in the post, how often somebody was told that it lies too long, and when the next hears it.
CREATE TABLE "letter_to_post" (
    "tenant" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "told" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_to_post_pkey" PRIMARY KEY ("tenant","letter")
);

ALTER TABLE "letter_to_post" ADD CONSTRAINT "letter_to_post_tenant_letter_fkey" FOREIGN KEY ("tenant", "letter")
  REFERENCES "letter"("tenant", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Those that wait already. Whoever owns the tables sees all of them while this runs.
ALTER TABLE "letter" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "posted_letter" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "letter_to_post" (tenant, letter)
SELECT l.tenant, l.id FROM "letter" AS l
WHERE l.by_post AND NOT EXISTS (SELECT FROM "posted_letter" AS p WHERE p.tenant = l.tenant AND p.letter = l.id);
ALTER TABLE "posted_letter" FORCE ROW LEVEL SECURITY;
ALTER TABLE "letter" FORCE ROW LEVEL SECURITY;

ALTER TABLE "letter_to_post" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter_to_post" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "letter_to_post" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "letter_to_post" TO boligflyt_app;
