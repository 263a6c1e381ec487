-- CreateTable
CREATE TABLE "ReplyTemplate" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "slots" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ReplyTemplate_pkey" PRIMARY KEY ("workspaceId","id")
);

-- AddForeignKey
ALTER TABLE "ReplyTemplate" ADD CONSTRAINT "ReplyTemplate_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
