-- CreateTable
CREATE TABLE "message_buffer" (
    "tenant" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "correlation_key" TEXT,
    "message_id" TEXT,
    "target" JSONB,
    "broadcast" BOOLEAN NOT NULL,
    "variables" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "sender" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "offered" BOOLEAN NOT NULL DEFAULT false,
    "receivers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "correlated" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "started" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "settled_at" TIMESTAMPTZ(3),
    "forget_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_buffer_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateIndex
CREATE INDEX "message_buffer_tenant_name_correlation_key_idx" ON "message_buffer"("tenant", "name", "correlation_key");

-- CreateIndex
CREATE INDEX "message_buffer_tenant_forget_at_idx" ON "message_buffer"("tenant", "forget_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_buffer_tenant_name_message_id_key" ON "message_buffer"("tenant", "name", "message_id");

-- Only the messages that are still on their way: the rest keep the answer that their sender may ask for again.
CREATE INDEX "message_buffer_waiting_idx" ON "message_buffer" ("tenant", "id") WHERE "state" = 'waiting';

-- One municipality at a time, for the owner too.
ALTER TABLE "message_buffer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "message_buffer" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "message_buffer" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "message_buffer" TO boligflyt_app;
GRANT USAGE ON SEQUENCE "message_buffer_id_seq" TO boligflyt_app;
