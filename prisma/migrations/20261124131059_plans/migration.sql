-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('snoozed', 'paced', 'paused', 'resumed', 'given', 'pooled', 'taken');

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "openComplaints" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "releaseAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Touch" ADD COLUMN     "agreed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pausedAt" TIMESTAMPTZ,
ADD COLUMN     "pooledAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "touchesPerWeek" INTEGER NOT NULL DEFAULT 3;

-- CreateTable
CREATE TABLE "TouchChange" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "touchId" UUID NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "personId" UUID,
    "fromOn" DATE,
    "fromAt" TIMESTAMPTZ,
    "toOn" DATE,
    "toAt" TIMESTAMPTZ,
    "fromRepId" UUID,
    "toRepId" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "TouchChange_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "TouchChange_workspaceId_touchId_idx" ON "TouchChange"("workspaceId", "touchId");

-- AddForeignKey
ALTER TABLE "TouchChange" ADD CONSTRAINT "TouchChange_workspaceId_touchId_fkey" FOREIGN KEY ("workspaceId", "touchId") REFERENCES "Touch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TouchChange" ADD CONSTRAINT "TouchChange_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TouchChange" ADD CONSTRAINT "TouchChange_workspaceId_fromRepId_fkey" FOREIGN KEY ("workspaceId", "fromRepId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TouchChange" ADD CONSTRAINT "TouchChange_workspaceId_toRepId_fkey" FOREIGN KEY ("workspaceId", "toRepId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say. Tested by name on both engines.

-- The pool is small, and lists of reps never look at it.
CREATE INDEX "Touch_pool" ON "Touch" ("workspaceId", "dueOn") WHERE "state" = 'open' AND "pooledAt" IS NOT NULL;

-- Looked at every few seconds: somebody left, and what they had is still theirs.
CREATE INDEX "Person_release" ON "Person" ("releaseAt") WHERE "releaseAt" IS NOT NULL;

ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_touchesPerWeek_check" CHECK ("touchesPerWeek" BETWEEN 1 AND 50);
