-- CreateEnum
CREATE TYPE "PlatformKind" AS ENUM ('slack', 'teams');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('en', 'zh', 'ko');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('rep', 'manager', 'admin');

-- CreateEnum
CREATE TYPE "TouchKind" AS ENUM ('promise', 'complaint', 'call', 'followup', 'note');

-- CreateEnum
CREATE TYPE "TouchState" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "NudgeKind" AS ENUM ('touch', 'morning');

-- CreateEnum
CREATE TYPE "NudgeState" AS ENUM ('queued', 'sending', 'sent', 'skipped', 'failed');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('received', 'asked', 'running', 'done', 'failed', 'dropped');

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" "Language" NOT NULL DEFAULT 'en',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "country" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "platform" "PlatformKind" NOT NULL,
    "team" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token" TEXT,
    "botUser" TEXT,
    "scopes" TEXT[],
    "installedBy" TEXT,
    "installedAt" TIMESTAMPTZ NOT NULL,
    "removedAt" TIMESTAMPTZ,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("platform","team")
);

-- CreateTable
CREATE TABLE "Person" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role" "Role",
    "zone" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "morningTime" TEXT NOT NULL DEFAULT '08:30',
    "nextMorningAt" TIMESTAMPTZ,
    "languageChosen" BOOLEAN NOT NULL DEFAULT false,
    "welcomedAt" TIMESTAMPTZ,
    "profileAt" TIMESTAMPTZ,
    "askedAt" TIMESTAMPTZ,
    "leftAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "platform" "PlatformKind" NOT NULL,
    "team" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("platform","team","account")
);

-- CreateTable
CREATE TABLE "RepName" (
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "personId" UUID,

    CONSTRAINT "RepName_pkey" PRIMARY KEY ("workspaceId","name")
);

-- CreateTable
CREATE TABLE "Customer" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "identityKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "country" TEXT,
    "language" "Language",
    "birthday" DATE,
    "note" TEXT,
    "ownerId" UUID,
    "searchText" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "doNotContactAt" TIMESTAMPTZ,
    "wrongNumberAt" TIMESTAMPTZ,
    "lastContactAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Purchase" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "boughtOn" DATE NOT NULL,
    "amount" TEXT,
    "currency" TEXT,
    "repId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Purchase_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Touch" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "purchaseId" UUID,
    "repId" UUID NOT NULL,
    "kind" "TouchKind" NOT NULL,
    "step" TEXT NOT NULL,
    "about" TEXT,
    "dueOn" DATE NOT NULL,
    "dueAt" TIMESTAMPTZ,
    "nextNudgeAt" TIMESTAMPTZ,
    "snoozes" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" "TouchState" NOT NULL DEFAULT 'open',
    "closedAt" TIMESTAMPTZ,
    "closedReason" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Touch_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "touchId" UUID,
    "personId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ NOT NULL,
    "correctsId" UUID,
    "undoneAt" TIMESTAMPTZ,
    "undo" JSONB,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "NudgeKind" NOT NULL,
    "personId" UUID NOT NULL,
    "touchId" UUID,
    "state" "NudgeState" NOT NULL DEFAULT 'queued',
    "createdAt" TIMESTAMPTZ NOT NULL,
    "claimedAt" TIMESTAMPTZ,
    "sentAt" TIMESTAMPTZ,
    "platform" "PlatformKind",
    "team" TEXT,
    "channel" TEXT,
    "message" TEXT,
    "problem" TEXT,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "hash" TEXT NOT NULL,
    "answer" JSONB,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "Import" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'received',
    "card" JSONB,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Installation_workspaceId_idx" ON "Installation"("workspaceId");

-- CreateIndex
CREATE INDEX "Person_nextMorningAt_idx" ON "Person"("nextMorningAt");

-- CreateIndex
CREATE INDEX "Identity_workspaceId_personId_idx" ON "Identity"("workspaceId", "personId");

-- CreateIndex
CREATE INDEX "Customer_searchKeys_idx" ON "Customer" USING GIN ("searchKeys");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_workspaceId_identityKey_key" ON "Customer"("workspaceId", "identityKey");

-- CreateIndex
CREATE INDEX "Purchase_workspaceId_customerId_idx" ON "Purchase"("workspaceId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Purchase_workspaceId_key_key" ON "Purchase"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Touch_workspaceId_customerId_idx" ON "Touch"("workspaceId", "customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Touch_workspaceId_purchaseId_step_key" ON "Touch"("workspaceId", "purchaseId", "step");

-- CreateIndex
CREATE INDEX "Entry_workspaceId_customerId_at_idx" ON "Entry"("workspaceId", "customerId", "at");

-- CreateIndex
CREATE INDEX "Entry_workspaceId_touchId_idx" ON "Entry"("workspaceId", "touchId");

-- CreateIndex
CREATE INDEX "Nudge_workspaceId_touchId_idx" ON "Nudge"("workspaceId", "touchId");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_workspaceId_key_key" ON "Nudge"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Delivery_at_idx" ON "Delivery"("at");

-- AddForeignKey
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepName" ADD CONSTRAINT "RepName_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_workspaceId_repId_fkey" FOREIGN KEY ("workspaceId", "repId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_purchaseId_fkey" FOREIGN KEY ("workspaceId", "purchaseId") REFERENCES "Purchase"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_workspaceId_repId_fkey" FOREIGN KEY ("workspaceId", "repId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say. Tested by name on both engines.

-- A rep's open follow-ups, in the order lists need them.
CREATE INDEX "Touch_open_of_rep" ON "Touch" ("workspaceId", "repId", "dueOn") WHERE "state" = 'open';

-- A team's open follow-ups.
CREATE INDEX "Touch_open_of_team" ON "Touch" ("workspaceId", "dueOn") WHERE "state" = 'open';

-- The sweep: its cost depends on what is due, not on what there is.
CREATE INDEX "Touch_due" ON "Touch" ("nextNudgeAt") WHERE "nextNudgeAt" IS NOT NULL;

-- A touch is closed with a time and a reason, or it is open.
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_closed_check" CHECK (("state" = 'open') = ("closedAt" IS NULL));

-- Only open touches nudge.
ALTER TABLE "Touch" ADD CONSTRAINT "Touch_nudge_check" CHECK ("nextNudgeAt" IS NULL OR "state" = 'open');

ALTER TABLE "Person" ADD CONSTRAINT "Person_morningTime_check" CHECK ("morningTime" ~ '^([01]\d|2[0-3]):[0-5]\d$');
