-- The municipality may choose another day of the week for what begins every week. It stays when a new version of the diagram is deployed.
ALTER TABLE "start_timer" ADD COLUMN "weekday" INTEGER CHECK ("weekday" BETWEEN 1 AND 7);
