-- CreateTable
CREATE TABLE "ModelUse" (
    "workspaceId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "tokens" INTEGER NOT NULL,

    CONSTRAINT "ModelUse_pkey" PRIMARY KEY ("workspaceId","on")
);

-- AddForeignKey
ALTER TABLE "ModelUse" ADD CONSTRAINT "ModelUse_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
