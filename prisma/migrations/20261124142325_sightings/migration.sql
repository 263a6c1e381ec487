-- CreateTable
CREATE TABLE "Sighting" (
    "platform" "PlatformKind" NOT NULL,
    "team" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "conversation" TEXT,
    "place" TEXT NOT NULL,
    "serviceUrl" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "zone" TEXT,
    "locale" TEXT,
    "seenAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Sighting_pkey" PRIMARY KEY ("platform","team","account")
);

-- CreateIndex
CREATE INDEX "Sighting_platform_team_seenAt_idx" ON "Sighting"("platform", "team", "seenAt");
