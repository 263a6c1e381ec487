-- CreateEnum
CREATE TYPE "HandshakeKind" AS ENUM ('join', 'link');

-- CreateEnum
CREATE TYPE "HandshakeState" AS ENUM ('open', 'asked', 'done', 'refused', 'dropped');

-- CreateEnum
CREATE TYPE "AccountChangeKind" AS ENUM ('linked', 'unlinked');

-- AlterTable
ALTER TABLE "Identity" ADD COLUMN     "usedAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "reachOn" "PlatformKind";

-- CreateTable
CREATE TABLE "Handshake" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "HandshakeKind" NOT NULL,
    "state" "HandshakeState" NOT NULL DEFAULT 'open',
    "hash" TEXT,
    "pair" TEXT,
    "personId" UUID NOT NULL,
    "otherId" UUID,
    "platform" "PlatformKind",
    "team" TEXT,
    "teamName" TEXT,
    "account" TEXT,
    "name" TEXT,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ,

    CONSTRAINT "Handshake_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "CodeTry" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "CodeTry_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "AccountChange" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AccountChangeKind" NOT NULL,
    "platform" "PlatformKind" NOT NULL,
    "team" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role",
    "touches" INTEGER NOT NULL DEFAULT 0,
    "customers" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "AccountChange_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Handshake_hash_key" ON "Handshake"("hash");

-- CreateIndex
CREATE INDEX "Handshake_platform_team_idx" ON "Handshake"("platform", "team");

-- CreateIndex
CREATE INDEX "Handshake_workspaceId_personId_idx" ON "Handshake"("workspaceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Handshake_workspaceId_pair_key" ON "Handshake"("workspaceId", "pair");

-- CreateIndex
CREATE INDEX "CodeTry_workspaceId_at_idx" ON "CodeTry"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "AccountChange_workspaceId_personId_idx" ON "AccountChange"("workspaceId", "personId");

-- AddForeignKey
ALTER TABLE "Handshake" ADD CONSTRAINT "Handshake_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handshake" ADD CONSTRAINT "Handshake_workspaceId_otherId_fkey" FOREIGN KEY ("workspaceId", "otherId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeTry" ADD CONSTRAINT "CodeTry_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountChange" ADD CONSTRAINT "AccountChange_workspaceId_personId_fkey" FOREIGN KEY ("workspaceId", "personId") REFERENCES "Person"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say. Tested by name on both engines.

-- Something began it.
ALTER TABLE "Handshake" ADD CONSTRAINT "Handshake_begun_check" CHECK ("hash" IS NOT NULL OR "pair" IS NOT NULL);
