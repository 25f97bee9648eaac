-- Reads of everybody by time, for whoever looks after them.
CREATE INDEX "read_log_tenant_at_id_idx" ON "read_log"("tenant", "at", "id");
