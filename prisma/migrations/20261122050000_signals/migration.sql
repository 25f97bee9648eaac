-- Signals are awaited and start processes as messages do.
ALTER TABLE "subscription" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'message';
ALTER TABLE "message_start" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'message';
ALTER TABLE "message_start" DROP CONSTRAINT "message_start_pkey",
  ADD CONSTRAINT "message_start_pkey" PRIMARY KEY ("tenant", "definition_key", "start_event", "kind", "message");
DROP INDEX "message_start_tenant_message_idx";
DROP INDEX "subscription_tenant_message_correlation_key_idx";
CREATE INDEX "message_start_tenant_kind_message_idx" ON "message_start"("tenant", "kind", "message");
CREATE INDEX "subscription_tenant_kind_message_correlation_key_idx" ON "subscription"("tenant", "kind", "message", "correlation_key");
