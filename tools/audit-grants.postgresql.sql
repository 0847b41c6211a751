-- The application may add to the audit and read it, and change nothing of it. Run by the owner of the tables:
--   psql -v app=srm_app -f audit-grants.postgresql.sql
REVOKE ALL ON "Audit", "AuditBatches", "AuditSeals", "AuditCuts" FROM :"app";
GRANT SELECT, INSERT ON "Audit", "AuditBatches", "AuditSeals", "AuditCuts" TO :"app";
