-- AlterTable
ALTER TABLE "Nudge" ADD COLUMN     "repeatedAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Sighting" ADD COLUMN     "greetedAt" TIMESTAMPTZ,
ADD COLUMN     "heardAt" TIMESTAMPTZ,
ADD COLUMN     "invitedAt" TIMESTAMPTZ,
ADD COLUMN     "removedAt" TIMESTAMPTZ;

-- Who has a conversation with the bot was greeted in it.
UPDATE "Sighting" SET "greetedAt" = "seenAt", "heardAt" = "seenAt" WHERE "conversation" IS NOT NULL;

-- What the schema cannot say. Tested by name on both engines.

-- Messages that may have come twice, nearly always none.
CREATE INDEX "Nudge_repeated" ON "Nudge" ("workspaceId", "repeatedAt") WHERE "repeatedAt" IS NOT NULL;
