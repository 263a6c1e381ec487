-- CreateEnum
CREATE TYPE "PhraseKind" AS ENUM ('literal', 'frame', 'allowed');

-- CreateEnum
CREATE TYPE "RuleLevel" AS ENUM ('problem', 'hint');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "coachVersion" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Phrase" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "PhraseKind" NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "language" "Language",
    "category" TEXT,
    "why" TEXT NOT NULL,
    "instead" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Phrase_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "PhraseTrial" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "phrases" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "PhraseTrial_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CoachRule" (
    "workspaceId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ NOT NULL,
    "demotedAt" TIMESTAMPTZ,

    CONSTRAINT "CoachRule_pkey" PRIMARY KEY ("workspaceId","rule")
);

-- CreateTable
CREATE TABLE "CoachCount" (
    "workspaceId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "CoachCount_pkey" PRIMARY KEY ("workspaceId","on","rule")
);

-- CreateTable
CREATE TABLE "Reviewed" (
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Reviewed_pkey" PRIMARY KEY ("workspaceId","personId","hash")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "workspaceId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("workspaceId","rule","personId","hash")
);

-- CreateTable
CREATE TABLE "RuleDecision" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "level" "RuleLevel" NOT NULL,
    "personId" UUID,
    "hits" INTEGER NOT NULL,
    "disputes" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "RuleDecision_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Phrase_workspaceId_key_key" ON "Phrase"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "Reviewed_at_idx" ON "Reviewed"("at");

-- CreateIndex
CREATE INDEX "RuleDecision_workspaceId_at_idx" ON "RuleDecision"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "Phrase" ADD CONSTRAINT "Phrase_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhraseTrial" ADD CONSTRAINT "PhraseTrial_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoachRule" ADD CONSTRAINT "CoachRule_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoachCount" ADD CONSTRAINT "CoachCount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reviewed" ADD CONSTRAINT "Reviewed_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleDecision" ADD CONSTRAINT "RuleDecision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
