-- CreateTable
CREATE TABLE "needs_picture" (
    "tenant" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "instance" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,
    "picture" JSONB NOT NULL,

    CONSTRAINT "needs_picture_pkey" PRIMARY KEY ("tenant","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "needs_picture_tenant_instance_key" ON "needs_picture"("tenant", "instance");

ALTER TABLE "needs_picture" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "needs_picture" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "needs_picture" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
-- A version stays as it was published.
GRANT SELECT, INSERT ON "needs_picture" TO boligflyt_app;
