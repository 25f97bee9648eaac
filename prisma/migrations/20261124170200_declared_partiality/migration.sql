-- Somebody has said that they are not impartial towards a person (forvaltningsloven §§ 6 and 8), until they say otherwise. Why stands in
-- "exceptional_act", with the case in which it was said, and goes with it.
create table "declared_partiality" (
  "tenant" text not null,
  "id" bigint generated always as identity,
  "actor" text not null,
  "person" text not null,
  "at" timestamptz(3) not null,
  "withdrawn_at" timestamptz(3),

  constraint "declared_partiality_pkey" primary key ("tenant", "id")
);

create index "declared_partiality_tenant_actor_person_idx" on "declared_partiality" ("tenant", "actor", "person");

alter table "declared_partiality" enable row level security;
alter table "declared_partiality" force row level security;
create policy own_municipality on "declared_partiality" using (tenant = current_setting('app.tenant', true))
  with check (tenant = current_setting('app.tenant', true));
grant select, insert, update, delete on "declared_partiality" to boligflyt_app;
