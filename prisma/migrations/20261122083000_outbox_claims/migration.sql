-- No index but the primary key and those of open rows begins with the municipality alone (docs/adr/0020); and an effect that is
-- claimed stays where it is on its page.
DROP INDEX "outbox_tenant_instance_effect_key_key";
CREATE UNIQUE INDEX "outbox_instance_effect_key_tenant_key" ON "outbox"("instance", "effect_key", "tenant");
ALTER TABLE "outbox" SET (fillfactor = 60);
