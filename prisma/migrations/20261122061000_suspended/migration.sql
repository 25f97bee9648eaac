-- A case that an operator has stopped for a time: its alarms wait until it goes on.
ALTER TABLE "process_instance" ADD COLUMN "suspended" BOOLEAN NOT NULL DEFAULT false;
