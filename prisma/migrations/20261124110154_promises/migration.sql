-- AlterTable
ALTER TABLE "Touch" ADD COLUMN     "brokenAt" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "PromiseMove" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "touchId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "fromAt" TIMESTAMPTZ,
    "toOn" DATE NOT NULL,
    "toAt" TIMESTAMPTZ,
    "reason" TEXT NOT NULL,
    "told" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "PromiseMove_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "PromiseMove_workspaceId_touchId_idx" ON "PromiseMove"("workspaceId", "touchId");

-- AddForeignKey
ALTER TABLE "PromiseMove" ADD CONSTRAINT "PromiseMove_workspaceId_touchId_fkey" FOREIGN KEY ("workspaceId", "touchId") REFERENCES "Touch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseMove" ADD CONSTRAINT "PromiseMove_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Looked through every few seconds for promises whose time has gone by.
CREATE INDEX "Touch_promises_due" ON "Touch" ("dueOn") WHERE "kind" = 'promise' AND "state" = 'open' AND "brokenAt" IS NULL;
