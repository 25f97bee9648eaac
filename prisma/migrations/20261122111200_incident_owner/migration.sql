-- Somebody owns what is stuck: who has taken it, and how often it was told of.
ALTER TABLE "incident" ADD COLUMN "assignee" TEXT,
ADD COLUMN "told" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "due_at" TIMESTAMPTZ(3);
