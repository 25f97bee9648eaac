-- Why the day on which a letter reached the person was written anew.
ALTER TABLE "case_decision" ADD COLUMN "reached_why" TEXT;
GRANT UPDATE ("reached_why") ON "case_decision" TO boligflyt_app;
