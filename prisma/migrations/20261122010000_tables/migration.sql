-- CreateTable
CREATE TABLE "tenant" (
    "tenant" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("tenant")
);

-- CreateTable
CREATE TABLE "clock" (
    "tenant" TEXT NOT NULL,
    "offset_ms" BIGINT NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "clock_pkey" PRIMARY KEY ("tenant")
);

-- CreateTable
CREATE TABLE "definition" (
    "tenant" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "xml" TEXT NOT NULL,
    "compiler_version" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "readers" TEXT[],
    "hints" JSONB NOT NULL,
    "deployed_at" TIMESTAMPTZ(3) NOT NULL,
    "deployed_by" TEXT NOT NULL,

    CONSTRAINT "definition_pkey" PRIMARY KEY ("tenant","key","version")
);

-- CreateTable
CREATE TABLE "form" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "schema" JSONB NOT NULL,
    "checksum" TEXT NOT NULL,
    "deployed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_pkey" PRIMARY KEY ("tenant","id","version")
);

-- CreateTable
CREATE TABLE "start_timer" (
    "tenant" TEXT NOT NULL,
    "definition_key" TEXT NOT NULL,
    "start_event" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "schedule" JSONB NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "start_timer_pkey" PRIMARY KEY ("tenant","definition_key","start_event")
);

-- CreateTable
CREATE TABLE "message_start" (
    "tenant" TEXT NOT NULL,
    "definition_key" TEXT NOT NULL,
    "start_event" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "message_start_pkey" PRIMARY KEY ("tenant","definition_key","start_event")
);

-- CreateTable
CREATE TABLE "process_instance" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "definition_key" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "process_name" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "business_key" TEXT,
    "subject" TEXT,
    "parent_id" TEXT,
    "state" TEXT NOT NULL,
    "has_incident" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "phase" INTEGER,
    "phase_since" TIMESTAMPTZ(3),
    "stage" INTEGER,
    "stage_since" TIMESTAMPTZ(3),
    "readers" TEXT[],
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_instance_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "journal" (
    "tenant" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "node" TEXT,
    "actor" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("tenant","instance","seq")
);

-- CreateTable
CREATE TABLE "node_visit" (
    "tenant" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "entered" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "active" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "node_visit_pkey" PRIMARY KEY ("tenant","instance","node")
);

-- CreateTable
CREATE TABLE "user_task" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "assignee" TEXT,
    "candidate_groups" TEXT[],
    "form" TEXT,
    "participation" TEXT,
    "deadline" JSONB,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "completed_by" TEXT,
    "result" JSONB,

    CONSTRAINT "user_task_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "timer" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "fired_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "deadline" JSONB,
    "user_task_id" TEXT,
    "to_whom" TEXT,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "correlation_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "incident" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "job_id" TEXT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "tenant" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "instance" TEXT NOT NULL,
    "effect_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "tenant" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "instance" TEXT,
    "revision" INTEGER,
    "body" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("tenant","actor","key")
);

-- CreateTable
CREATE TABLE "actor" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "groups" TEXT[],

    CONSTRAINT "actor_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "session" (
    "tenant" TEXT NOT NULL,
    "id_hash" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "identity_token" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tenant","id_hash")
);

-- CreateTable
CREATE TABLE "letter" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT (gen_random_uuid())::text,
    "key" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "to_actor" TEXT,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "tenant" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "user_task" TEXT,
    "kind" TEXT NOT NULL,
    "to_actor" TEXT NOT NULL,
    "address" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failed" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("tenant","key")
);

-- CreateTable
CREATE TABLE "mailbox_message" (
    "tenant" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "attachments" JSONB NOT NULL,

    CONSTRAINT "mailbox_message_pkey" PRIMARY KEY ("tenant","id")
);

-- CreateTable
CREATE TABLE "waiting_list_entry" (
    "tenant" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "applicant" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "need" JSONB NOT NULL,
    "last_reviewed_on" DATE,
    "rounds_missed" INTEGER NOT NULL DEFAULT 0,
    "left_at" TIMESTAMPTZ(3),
    "left_reason" TEXT,

    CONSTRAINT "waiting_list_entry_pkey" PRIMARY KEY ("tenant","instance")
);

-- CreateTable
CREATE TABLE "waiting_list_review" (
    "tenant" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "reviewed_on" DATE NOT NULL,

    CONSTRAINT "waiting_list_review_pkey" PRIMARY KEY ("tenant","round","instance")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "tenant" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("tenant","instance","code")
);

-- CreateIndex
CREATE INDEX "start_timer_tenant_due_at_idx" ON "start_timer"("tenant", "due_at");

-- CreateIndex
CREATE INDEX "message_start_tenant_message_idx" ON "message_start"("tenant", "message");

-- CreateIndex
CREATE INDEX "process_instance_tenant_definition_key_started_at_idx" ON "process_instance"("tenant", "definition_key", "started_at");

-- CreateIndex
CREATE INDEX "process_instance_tenant_subject_idx" ON "process_instance"("tenant", "subject");

-- CreateIndex
CREATE INDEX "process_instance_tenant_parent_id_idx" ON "process_instance"("tenant", "parent_id");

-- CreateIndex
CREATE INDEX "process_instance_tenant_business_key_idx" ON "process_instance"("tenant", "business_key");

-- CreateIndex
CREATE INDEX "user_task_tenant_instance_idx" ON "user_task"("tenant", "instance");

-- CreateIndex
CREATE INDEX "user_task_tenant_assignee_idx" ON "user_task"("tenant", "assignee");

-- CreateIndex
CREATE INDEX "timer_tenant_user_task_id_idx" ON "timer"("tenant", "user_task_id");

-- CreateIndex
CREATE UNIQUE INDEX "timer_tenant_instance_id_key" ON "timer"("tenant", "instance", "id");

-- CreateIndex
CREATE INDEX "subscription_tenant_instance_idx" ON "subscription"("tenant", "instance");

-- CreateIndex
CREATE INDEX "subscription_tenant_message_correlation_key_idx" ON "subscription"("tenant", "message", "correlation_key");

-- CreateIndex
CREATE INDEX "incident_tenant_instance_idx" ON "incident"("tenant", "instance");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_tenant_instance_effect_key_key" ON "outbox"("tenant", "instance", "effect_key");

-- CreateIndex
CREATE INDEX "letter_tenant_instance_idx" ON "letter"("tenant", "instance");

-- CreateIndex
CREATE UNIQUE INDEX "letter_tenant_key_key" ON "letter"("tenant", "key");

-- CreateIndex
CREATE INDEX "notification_tenant_instance_idx" ON "notification"("tenant", "instance");

-- CreateIndex
CREATE INDEX "notification_tenant_to_actor_idx" ON "notification"("tenant", "to_actor");

-- CreateIndex
CREATE INDEX "mailbox_message_tenant_received_at_idx" ON "mailbox_message"("tenant", "received_at");

-- CreateIndex
CREATE INDEX "waiting_list_review_tenant_instance_idx" ON "waiting_list_review"("tenant", "instance");

-- AddForeignKey
ALTER TABLE "user_task" ADD CONSTRAINT "user_task_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance") REFERENCES "process_instance"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance") REFERENCES "process_instance"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance") REFERENCES "process_instance"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_tenant_instance_fkey" FOREIGN KEY ("tenant", "instance") REFERENCES "process_instance"("tenant", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

