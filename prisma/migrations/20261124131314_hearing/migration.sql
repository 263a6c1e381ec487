-- CreateEnum
CREATE TYPE "NudgeStage" AS ENUM ('warn', 'due', 'again', 'manager');

-- CreateEnum
CREATE TYPE "NudgeHow" AS ENUM ('nudge', 'list', 'digest', 'manager');

-- CreateEnum
CREATE TYPE "HearMode" AS ENUM ('both', 'list', 'nudges', 'digest');

-- AlterEnum
ALTER TYPE "ChangeKind" ADD VALUE 'lent';
ALTER TYPE "ChangeKind" ADD VALUE 'returned';
ALTER TYPE "ChangeKind" ADD VALUE 'held';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NudgeKind" ADD VALUE 'digest';
ALTER TYPE "NudgeKind" ADD VALUE 'team';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NudgeState" ADD VALUE 'folded';
ALTER TYPE "NudgeState" ADD VALUE 'listed';

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "contactDays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "contactFrom" TEXT,
ADD COLUMN     "contactTo" TEXT,
ADD COLUMN     "trade" TEXT,
ADD COLUMN     "zone" TEXT;

-- AlterTable
ALTER TABLE "Nudge" ADD COLUMN     "because" JSONB,
ADD COLUMN     "carrierId" UUID,
ADD COLUMN     "settledAt" TIMESTAMPTZ,
ADD COLUMN     "stage" "NudgeStage";

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "awayFrom" DATE,
ADD COLUMN     "awaySince" TIMESTAMPTZ,
ADD COLUMN     "awayUntil" DATE,
ADD COLUMN     "country" TEXT,
ADD COLUMN     "daysOff" DATE[] DEFAULT ARRAY[]::DATE[],
ADD COLUMN     "digestTimes" TEXT[] DEFAULT ARRAY['10:00', '15:00']::TEXT[],
ADD COLUMN     "hears" "HearMode" NOT NULL DEFAULT 'both',
ADD COLUMN     "mostPerHour" INTEGER NOT NULL DEFAULT 6,
ADD COLUMN     "quietFrom" TEXT,
ADD COLUMN     "quietTo" TEXT,
ADD COLUMN     "standInId" UUID,
ADD COLUMN     "workDays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "workFrom" TEXT NOT NULL DEFAULT '09:00',
ADD COLUMN     "workTo" TEXT NOT NULL DEFAULT '18:00',
ADD COLUMN     "zoneChosen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Touch" ADD COLUMN     "because" JSONB,
ADD COLUMN     "escalatedAt" TIMESTAMPTZ,
ADD COLUMN     "heard" "NudgeStage",
ADD COLUMN     "heardAt" TIMESTAMPTZ,
ADD COLUMN     "lentById" UUID,
ADD COLUMN     "nextHow" "NudgeHow",
ADD COLUMN     "nextStage" "NudgeStage",
ADD COLUMN     "replan" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "fullList" INTEGER NOT NULL DEFAULT 25,
ADD COLUMN     "overdueDays" INTEGER NOT NULL DEFAULT 2;

-- CreateIndex
CREATE INDEX "Nudge_workspaceId_personId_createdAt_idx" ON "Nudge"("workspaceId", "personId", "createdAt");

-- CreateIndex
CREATE INDEX "Nudge_workspaceId_carrierId_idx" ON "Nudge"("workspaceId", "carrierId");

-- What the schema cannot say. Tested by name on both engines.

-- Touches whose moment is to be worked out anew, nearly always none.
CREATE INDEX "Touch_replan" ON "Touch" ("dueOn") WHERE "replan";

-- What a stand-in has of whom.
CREATE INDEX "Touch_lent" ON "Touch" ("workspaceId", "lentById") WHERE "lentById" IS NOT NULL;

-- Overdue touches that who leads the team is to see.
CREATE INDEX "Touch_escalated" ON "Touch" ("workspaceId", "escalatedAt") WHERE "escalatedAt" IS NOT NULL;

-- Absences that begin or end.
CREATE INDEX "Person_away" ON "Person" ("awayFrom") WHERE "awayFrom" IS NOT NULL;

-- Whoever moves a touch, gives it to somebody else, closes or opens it need not think of the reminder: no writer can forget it.
-- The driver cuts a migration at every semicolon, so within the function it is written \x3B.
CREATE FUNCTION touch_replan() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  NEW."replan" := TRUE\x3B
  IF NEW."dueOn" IS DISTINCT FROM OLD."dueOn" OR NEW."dueAt" IS DISTINCT FROM OLD."dueAt" THEN
    NEW."heard" := NULL\x3B
    NEW."heardAt" := NULL\x3B
    NEW."escalatedAt" := NULL\x3B
  END IF\x3B
  RETURN NEW\x3B
END';
CREATE TRIGGER "Touch_replan" BEFORE UPDATE OF "dueOn", "dueAt", "repId", "customerId", "state", "pooledAt", "pausedAt" ON "Touch" FOR EACH ROW
  WHEN (NEW."dueOn" IS DISTINCT FROM OLD."dueOn" OR NEW."dueAt" IS DISTINCT FROM OLD."dueAt" OR NEW."repId" IS DISTINCT FROM OLD."repId"
    OR NEW."customerId" IS DISTINCT FROM OLD."customerId" OR NEW."state" IS DISTINCT FROM OLD."state"
    OR NEW."pooledAt" IS DISTINCT FROM OLD."pooledAt" OR NEW."pausedAt" IS DISTINCT FROM OLD."pausedAt")
  EXECUTE FUNCTION touch_replan();

-- What was heard before is not heard again.
UPDATE "Touch" t SET "heardAt" = COALESCE(t."dueAt", t."dueOn"), "heard" = CASE WHEN t."nextNudgeAt" IS NULL THEN 'due' ELSE 'warn' END::"NudgeStage"
WHERE t."state" = 'open' AND EXISTS (SELECT 1 FROM "Nudge" n WHERE n."workspaceId" = t."workspaceId" AND n."touchId" = t."id" AND n."state" = 'sent')
  AND (t."nextNudgeAt" IS NULL OR t."kind" = 'promise');
UPDATE "Touch" SET "replan" = FALSE WHERE "state" <> 'open';

ALTER TABLE "Person" ADD CONSTRAINT "Person_hours_check" CHECK ("workFrom" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "workTo" ~ '^([01]\d|2[0-3]):[0-5]\d$');
ALTER TABLE "Person" ADD CONSTRAINT "Person_quiet_check" CHECK (("quietFrom" IS NULL) = ("quietTo" IS NULL));
ALTER TABLE "Person" ADD CONSTRAINT "Person_away_check" CHECK (("awayFrom" IS NULL) = ("awayUntil" IS NULL) AND "awayFrom" <= "awayUntil");
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_contact_check" CHECK (("contactFrom" IS NULL) = ("contactTo" IS NULL));
