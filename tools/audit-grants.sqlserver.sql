-- The application may add to the audit and read it, and change nothing of it. Run by the owner of the tables:
--   sqlcmd -v app=srm_app -i audit-grants.sqlserver.sql
GRANT SELECT, INSERT ON [Audit] TO [$(app)];
GRANT SELECT, INSERT ON [AuditBatches] TO [$(app)];
GRANT SELECT, INSERT ON [AuditSeals] TO [$(app)];
GRANT SELECT, INSERT ON [AuditCuts] TO [$(app)];
DENY UPDATE, DELETE ON [Audit] TO [$(app)];
DENY UPDATE, DELETE ON [AuditBatches] TO [$(app)];
DENY UPDATE, DELETE ON [AuditSeals] TO [$(app)];
DENY UPDATE, DELETE ON [AuditCuts] TO [$(app)];
