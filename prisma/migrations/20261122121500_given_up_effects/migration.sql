-- What was given up is an incident that names its effect, so that an operator sees it and may have it tried again.
ALTER TABLE "incident" ADD COLUMN "effect_id" BIGINT;
-- What may take its worker down gets its turn alone: found without looking through everything that waits.
CREATE INDEX "outbox_suspect_idx" ON "outbox" ("tenant", "claimed_until")
  WHERE "done_at" IS NULL AND "failed_at" IS NULL AND "silent" >= 2;
