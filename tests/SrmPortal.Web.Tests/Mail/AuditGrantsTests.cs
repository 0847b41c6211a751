using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SrmPortal.Data;
using SrmPortal.Web.Tests.SqlServer;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>The scripts that leave the application nothing but adding to the audit and reading it.</summary>
public sealed class AuditGrantsTests
{
    private const string App = "srm_app_of_a_test";

    [ServerFact]
    public async Task The_applications_user_adds_and_reads_and_changes_nothing()
    {
        await using var portal = await Portal.With(Databases.PostgreSql);
        await portal.Seen(Scope.System, async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync($"""DROP ROLE IF EXISTS "{App}"; CREATE ROLE "{App}"; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{App}";""");
            await db.Database.ExecuteSqlRawAsync(Script("postgresql").Replace(":\"app\"", $"\"{App}\"", StringComparison.Ordinal));
            await db.Database.ExecuteSqlRawAsync($"""SET ROLE "{App}";""");
            foreach (var forgery in new[] { """UPDATE "Audit" SET "Subject" = 'x'""", """DELETE FROM "Audit" """, """TRUNCATE "AuditSeals" """, """DELETE FROM "AuditBatches" """, """DELETE FROM "AuditCuts" """, """UPDATE "AuditSeals" SET "Place" = 1""" })
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(forgery))).SqlState);
            }

            Assert.True(await db.Audit.AnyAsync());
            db.Record(new Domain.Accounts.AccountActivated("SRM1"));
            await db.SaveChangesAsync();
            await db.AuditPersonal.ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync($"""RESET ROLE; DROP OWNED BY "{App}"; DROP ROLE "{App}";""");
            return true;
        });
    }

    [Fact]
    public void The_script_for_SQL_Server_is_one_that_it_understands()
    {
        var script = Script("sqlserver").Replace("$(app)", "srm_app", StringComparison.Ordinal);

        Assert.Empty(SqlServerWithoutServer.SyntaxErrors(script));
        Assert.All(["Audit", "AuditBatches", "AuditSeals", "AuditCuts"], table => Assert.Contains($"DENY UPDATE, DELETE ON [{table}]", script, StringComparison.Ordinal));
    }

    private static string Script(string provider, [CallerFilePath] string path = "") =>
        File.ReadAllText(Path.GetFullPath($"../../../tools/audit-grants.{provider}.sql", Path.GetDirectoryName(path)!));
}
