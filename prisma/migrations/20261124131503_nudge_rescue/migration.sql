-- AlterTable
ALTER TABLE "Nudge" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rescueAt" TIMESTAMPTZ;

-- What is under way now is looked at again, once.
UPDATE "Nudge" SET "rescueAt" = now() WHERE "state" IN ('queued', 'sending');

-- What may have lost its job. Small, since it holds only what is under way.
CREATE INDEX "Nudge_under_way" ON "Nudge" ("rescueAt") WHERE "state" IN ('queued', 'sending');

-- What was not delivered, for the admin of each workspace.
CREATE INDEX "Nudge_failed" ON "Nudge" ("workspaceId", "createdAt") WHERE "state" = 'failed';

ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_rescue_check" CHECK ("rescueAt" IS NOT NULL OR "state" NOT IN ('queued', 'sending'));
