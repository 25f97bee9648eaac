-- AlterTable
ALTER TABLE "case_decision" ADD COLUMN     "sent_back_at" TIMESTAMPTZ(3);
GRANT UPDATE ("sent_back_at") ON "case_decision" TO boligflyt_app;
