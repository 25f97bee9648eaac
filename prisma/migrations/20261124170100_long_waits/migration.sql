-- How long somebody may wait before somebody hears of it (domain register P6). No date: nobody has looked yet, so it is looked at now.
ALTER TABLE "waiting_list_entry" ADD COLUMN "threshold_due_at" TIMESTAMPTZ(3), ADD COLUMN "threshold_told" INTEGER;

CREATE INDEX "waiting_list_entry_threshold_idx" ON "waiting_list_entry"("tenant", "threshold_due_at") WHERE "left_at" IS NULL;
