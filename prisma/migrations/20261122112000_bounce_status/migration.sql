-- Why a message came back or is late, as mail servers say it (RFC 3463): 5.1.1, 4.2.2 ….
ALTER TABLE "notification" ADD COLUMN "status_code" TEXT;
