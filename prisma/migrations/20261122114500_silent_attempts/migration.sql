-- What takes its worker down shall not take its neighbours with it again and again: attempts that never came back are counted.
ALTER TABLE "outbox" ADD COLUMN "silent" INTEGER NOT NULL DEFAULT 0;
