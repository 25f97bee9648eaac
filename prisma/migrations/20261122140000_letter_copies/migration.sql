-- A letter is a copy of what was sent: with its head, and never changed.
ALTER TABLE "letter" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'nb',
  ADD COLUMN "municipality" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "recipient" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reference" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "checksum" TEXT NOT NULL DEFAULT '';

-- What was sent before gets the head it would have had. Whoever owns the table sees all of it while this runs.
ALTER TABLE "letter" NO FORCE ROW LEVEL SECURITY;
UPDATE "letter" SET "municipality" = coalesce((SELECT name FROM "tenant" WHERE "tenant"."tenant" = "letter"."tenant"), "tenant"),
  "reference" = "instance";
UPDATE "letter" SET "checksum" = encode(sha256(convert_to(concat_ws(E'\n', "language", "municipality", "recipient", "reference",
  to_char("sent_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), "title", "text"), 'UTF8')), 'hex');
ALTER TABLE "letter" FORCE ROW LEVEL SECURITY;

ALTER TABLE "letter" ALTER COLUMN "language" DROP DEFAULT,
  ALTER COLUMN "municipality" DROP DEFAULT,
  ALTER COLUMN "recipient" DROP DEFAULT,
  ALTER COLUMN "reference" DROP DEFAULT,
  ALTER COLUMN "checksum" DROP DEFAULT;
REVOKE UPDATE ON "letter" FROM boligflyt_app;
