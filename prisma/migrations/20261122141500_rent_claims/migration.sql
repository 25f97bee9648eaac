-- AlterTable
ALTER TABLE "tenancy" ADD COLUMN     "nav_reserved_on" DATE,
ADD COLUMN     "term_followed_on" DATE;

-- CreateTable
CREATE TABLE "rent_claim" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "home" TEXT NOT NULL,
    "tenancy" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" INTEGER NOT NULL,
    "paid" INTEGER NOT NULL,
    "paid_on" DATE,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "followed_at" TIMESTAMPTZ(3),
    "followed_in" TEXT,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "rent_claim_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateIndex
CREATE INDEX "rent_claim_tenant_tenancy_due_on_idx" ON "rent_claim"("tenant", "tenancy", "due_on");

-- AddForeignKey
ALTER TABLE "rent_claim" ADD CONSTRAINT "rent_claim_tenant_tenancy_fkey" FOREIGN KEY ("tenant", "tenancy") REFERENCES "tenancy"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Looked at once for each claim, and once more when it is paid.
CREATE INDEX "rent_claim_unfollowed_idx" ON "rent_claim" ("tenant", "due_on") WHERE "followed_at" IS NULL;
CREATE INDEX "rent_claim_untold_idx" ON "rent_claim" ("tenant", "changed_at") WHERE "followed_in" IS NOT NULL AND "told_at" IS NULL;
CREATE INDEX "tenancy_term_idx" ON "tenancy" ("tenant", "to_on") WHERE "ended_on" IS NULL AND "to_on" IS NOT NULL;

ALTER TABLE "rent_claim" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rent_claim" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "rent_claim" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- A claim that was wrong is remitted, not taken away.
GRANT SELECT, INSERT, UPDATE ON "rent_claim" TO boligflyt_app;
