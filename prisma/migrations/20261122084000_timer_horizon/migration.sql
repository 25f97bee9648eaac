-- How far ahead the queue has been told of timers, so that each is told of once as it comes within reach.
CREATE TABLE "timer_horizon" (
    "tenant" TEXT NOT NULL,
    "reaches_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timer_horizon_pkey" PRIMARY KEY ("tenant")
);

ALTER TABLE "timer_horizon" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "timer_horizon" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "timer_horizon" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "timer_horizon" TO boligflyt_app;
