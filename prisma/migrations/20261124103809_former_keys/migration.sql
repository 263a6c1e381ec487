-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "formerKeys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "Customer_formerKeys_idx" ON "Customer" USING GIN ("formerKeys");
