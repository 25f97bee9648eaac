-- A letter that is to go by post waits until somebody has laid it in the post: from that day, and not from the day it was written, it counts
-- as having come (rule D04P). A row of `posted_letter` is that it was laid there. For those of before, nobody wrote down who did so and when.
ALTER TABLE "letter" ADD COLUMN "by_post" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "letter_tenant_by_post_idx" ON "letter"("tenant", "sent_at") WHERE "by_post";

ALTER TABLE "posted_letter" ADD COLUMN "posted_on" DATE;
ALTER TABLE "posted_letter" ADD COLUMN "posted_by" TEXT;
