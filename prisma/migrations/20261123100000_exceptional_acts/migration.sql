-- What was done otherwise than the rule is: by whom and why, written in the transaction that did it. It goes with its case.
create table "exceptional_act" (
  "tenant" text not null,
  "id" bigint generated always as identity,
  "instance" text not null,
  "kind" text not null,
  "at" timestamptz(3) not null,
  "actor" text not null,
  "reason" text not null,

  constraint "exceptional_act_pkey" primary key ("tenant", "id")
);

create index "exceptional_act_tenant_at_idx" on "exceptional_act" ("tenant", "at");
create index "exceptional_act_tenant_instance_idx" on "exceptional_act" ("tenant", "instance");
alter table "exceptional_act" add constraint "exceptional_act_tenant_instance_fkey" foreign key ("tenant", "instance")
  references "process_instance" ("tenant", "id") on delete cascade on update restrict;

alter table "exceptional_act" enable row level security;
alter table "exceptional_act" force row level security;
create policy own_municipality on "exceptional_act" using (tenant = current_setting('app.tenant', true))
  with check (tenant = current_setting('app.tenant', true));
grant select, insert, update, delete on "exceptional_act" to boligflyt_app;
