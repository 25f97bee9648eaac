-- What becomes of a report of an unsafe building. Nothing wrote reports before; a row that is there all the same was only told.
ALTER TABLE "safety_report"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "state" TEXT NOT NULL DEFAULT 'meldt',
  ADD COLUMN "made_safe_at" TIMESTAMPTZ(3),
  ADD COLUMN "made_safe_by" TEXT,
  ADD COLUMN "step" TEXT,
  ADD COLUMN "ended_at" TIMESTAMPTZ(3);
ALTER TABLE "safety_report"
  ALTER COLUMN "revision" DROP DEFAULT,
  ALTER COLUMN "state" DROP DEFAULT;
