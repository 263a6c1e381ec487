-- CreateEnum
CREATE TYPE "Tier" AS ENUM ('A', 'B', 'C');

-- CreateEnum
CREATE TYPE "CadenceChangeState" AS ENUM ('asked', 'done', 'dropped');

-- DropIndex
DROP INDEX "Touch_workspaceId_purchaseId_step_key";

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "birthdayLunar" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tier" "Tier";

-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "returnedAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Touch" ADD COLUMN     "cadence" TEXT,
ADD COLUMN     "occursOn" DATE;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "nextPlanAt" TIMESTAMPTZ NOT NULL DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone;

-- CreateTable
CREATE TABLE "Cadence" (
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL,
    "plan" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "fresh" BOOLEAN NOT NULL DEFAULT false,
    "removedAt" TIMESTAMPTZ,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Cadence_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "CadenceChange" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cadence" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "state" "CadenceChangeState" NOT NULL DEFAULT 'asked',
    "proposal" JSONB NOT NULL,
    "answer" TEXT,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "CadenceChange_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "CadenceChange_workspaceId_at_idx" ON "CadenceChange"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "Purchase_workspaceId_boughtOn_idx" ON "Purchase"("workspaceId", "boughtOn");

-- What was planned before cadences were data.
UPDATE "Touch" SET "cadence" = '2-5-12' WHERE "purchaseId" IS NOT NULL AND "step" IN ('thanks', 'day2', 'day5', 'day12');

-- CreateIndex
CREATE UNIQUE INDEX "Touch_workspaceId_purchaseId_cadence_step_key" ON "Touch"("workspaceId", "purchaseId", "cadence", "step");

-- CreateIndex
CREATE INDEX "Workspace_nextPlanAt_idx" ON "Workspace"("nextPlanAt");

-- AddForeignKey
ALTER TABLE "Cadence" ADD CONSTRAINT "Cadence_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CadenceChange" ADD CONSTRAINT "CadenceChange_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say. Tested by name on both engines.

-- A touch that a day leads to is planned once for it, whoever looks.
CREATE UNIQUE INDEX "Touch_of_day" ON "Touch" ("workspaceId", "customerId", "cadence", "step", "occursOn") WHERE "occursOn" IS NOT NULL;

-- Whose birthday is near.
CREATE INDEX "Customer_birthdays" ON "Customer" ("workspaceId", "birthdayLunar", ((EXTRACT(MONTH FROM "birthday") * 100 + EXTRACT(DAY FROM "birthday"))::int)) WHERE "birthday" IS NOT NULL;

-- To whom nobody spoke for long.
CREATE INDEX "Customer_silence" ON "Customer" ("workspaceId", (COALESCE("lastContactAt", "createdAt"))) WHERE "doNotContactAt" IS NULL;
