-- What counts in the priority key of the waiting list, and where the key put an entry in a round: the reasons and the version of the
-- rule stay with the outcome. Both tables have their row-level security already.
ALTER TABLE "waiting_list_entry" ADD COLUMN "circumstances" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "waiting_list_review" ADD COLUMN "placement" JSONB;
