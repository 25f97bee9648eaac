-- What came on paper was received before somebody wrote it down; null where both happened at once.
ALTER TABLE "hearing_statement" ADD COLUMN "registered_at" TIMESTAMPTZ(3);
