-- Who was in a household, from when until when, and who changed it, when and why. Nobody is taken out of "household_member" any more: a
-- former member is a tie (forvaltningsloven § 6). Of those who were there before this nobody knows since when: "from_on" is null.

CREATE TABLE "household_change" (
    "tenant" TEXT NOT NULL,
    "household" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "household_change_pkey" PRIMARY KEY ("tenant","household","revision")
);
ALTER TABLE "household_change" ADD CONSTRAINT "household_change_tenant_household_fkey" FOREIGN KEY ("tenant", "household")
  REFERENCES "household"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "household_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "household_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "household_change" USING (tenant = current_setting('app.tenant', true))
  WITH CHECK (tenant = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "household_change" TO boligflyt_app;

-- Defaults for processes of the version before, which go on meanwhile and name none of these.
ALTER TABLE "household_member"
  ADD COLUMN "from_on" DATE,
  ADD COLUMN "until_on" DATE,
  ADD COLUMN "joined_in" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "left_in" INTEGER,
  ADD COLUMN "was_wrong" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "household_member_period" CHECK ("from_on" <= "until_on"),
  ADD CONSTRAINT "household_member_left" CHECK (("until_on" IS NULL) = ("left_in" IS NULL)),
  DROP CONSTRAINT "household_member_pkey",
  ADD CONSTRAINT "household_member_pkey" PRIMARY KEY ("tenant","household","person","joined_in");

-- Nobody is in the same household twice at once.
CREATE UNIQUE INDEX "household_member_now_idx" ON "household_member" ("tenant", "household", "person") WHERE "until_on" IS NULL;
