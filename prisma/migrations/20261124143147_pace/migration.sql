-- AlterTable
ALTER TABLE "Touch" ADD COLUMN     "unpaced" BOOLEAN NOT NULL DEFAULT true;

-- What was planned before is looked through when something is planned or moved with its customer.
UPDATE "Touch" SET "unpaced" = FALSE;

-- What the schema cannot say. Tested by name on both engines.

-- Looked at every few seconds: only what is new or moved.
CREATE INDEX "Touch_unpaced" ON "Touch" ("workspaceId", "customerId") WHERE "unpaced";

-- Nobody who moves a touch has to remember that its week may be full. A semicolon would end the statement, also in here.
CREATE FUNCTION touch_unpaced() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  NEW."unpaced" := NEW."state" = ''open''\x3B
  RETURN NEW\x3B
END';
CREATE TRIGGER "Touch_unpaced" BEFORE UPDATE OF "dueOn", "repId", "state", "pausedAt" ON "Touch" FOR EACH ROW
  WHEN (NEW."dueOn" IS DISTINCT FROM OLD."dueOn" OR NEW."repId" IS DISTINCT FROM OLD."repId" OR NEW."state" IS DISTINCT FROM OLD."state"
    OR NEW."pausedAt" IS DISTINCT FROM OLD."pausedAt")
  EXECUTE FUNCTION touch_unpaced();
