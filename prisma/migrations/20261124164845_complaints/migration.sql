-- CreateEnum
CREATE TYPE "ComplaintKind" AS ENUM ('product', 'venting', 'showing', 'leaning');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('small', 'normal', 'urgent');

-- CreateEnum
CREATE TYPE "ComplaintStep" AS ENUM ('analyse', 'solve', 'ask', 'review', 'closed');

-- CreateEnum
CREATE TYPE "ComplaintCause" AS ENUM ('product', 'delivery', 'fitting', 'service', 'promise', 'information', 'billing', 'use', 'other');

-- CreateEnum
CREATE TYPE "ComplaintEvent" AS ENUM ('opened', 'corrected', 'analysed', 'proposed', 'promised', 'solved', 'reopened', 'offered', 'taken', 'declined', 'reviewed');

-- CreateTable
CREATE TABLE "Complaint" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "customerId" UUID NOT NULL,
    "repId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "wanted" TEXT,
    "product" TEXT,
    "severity" "Severity" NOT NULL,
    "kind" "ComplaintKind" NOT NULL,
    "step" "ComplaintStep" NOT NULL DEFAULT 'analyse',
    "cause" "ComplaintCause",
    "finding" TEXT,
    "ourPart" BOOLEAN,
    "solution" TEXT,
    "agreed" BOOLEAN,
    "lesson" TEXT,
    "answerId" UUID,
    "offeredToId" UUID,
    "openedAt" TIMESTAMPTZ NOT NULL,
    "solvedAt" TIMESTAMPTZ,
    "closedAt" TIMESTAMPTZ,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ComplaintNote" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ComplaintEvent" NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ComplaintNote_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Complaint_workspaceId_customerId_idx" ON "Complaint"("workspaceId", "customerId");

-- CreateIndex
CREATE INDEX "Complaint_workspaceId_repId_step_idx" ON "Complaint"("workspaceId", "repId", "step");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_workspaceId_number_key" ON "Complaint"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "ComplaintNote_workspaceId_complaintId_idx" ON "ComplaintNote"("workspaceId", "complaintId");

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_customerId_fkey" FOREIGN KEY ("workspaceId", "customerId") REFERENCES "Customer"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_repId_fkey" FOREIGN KEY ("workspaceId", "repId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintNote" ADD CONSTRAINT "ComplaintNote_workspaceId_complaintId_fkey" FOREIGN KEY ("workspaceId", "complaintId") REFERENCES "Complaint"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintNote" ADD CONSTRAINT "ComplaintNote_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say. Tested by name on both engines.

-- Lists look at what is open.
CREATE INDEX "Complaint_open" ON "Complaint" ("workspaceId", "repId", "openedAt") WHERE "closedAt" IS NULL;

ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_closed_check" CHECK (("step" = 'closed') = ("closedAt" IS NOT NULL));

-- The customer's own words are evidence: nobody edits them, by whatever way. A semicolon would end the statement, also in here.
CREATE FUNCTION complaint_verbatim() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION ''the words of a complaint are never edited''\x3B
END';
CREATE TRIGGER "Complaint_verbatim" BEFORE UPDATE OF "words" ON "Complaint" FOR EACH ROW
  WHEN (NEW."words" IS DISTINCT FROM OLD."words")
  EXECUTE FUNCTION complaint_verbatim();
