-- CreateIndex
CREATE INDEX "Nudge_createdAt_idx" ON "Nudge" USING BRIN ("createdAt");
