using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RoundSearch : Migration
    {
        /// <summary>
        /// Numbers and titles by every three signs in a row, kept by triggers. A migration that makes the table Rounds anew, as SQLite does
        /// for a constraint, loses these and must make them again: this text is for it, too.
        /// </summary>
        internal const string Triggers = """
            CREATE TRIGGER "RoundSearchOfNew" AFTER INSERT ON "Rounds" BEGIN
                INSERT INTO "RoundSearch" (rowid, "Number", "SearchTitle") VALUES (new."Id", new."Number", new."SearchTitle");
            END;
            CREATE TRIGGER "RoundSearchOfChanged" AFTER UPDATE OF "Number", "SearchTitle" ON "Rounds" BEGIN
                INSERT INTO "RoundSearch" ("RoundSearch", rowid, "Number", "SearchTitle") VALUES ('delete', old."Id", old."Number", old."SearchTitle");
                INSERT INTO "RoundSearch" (rowid, "Number", "SearchTitle") VALUES (new."Id", new."Number", new."SearchTitle");
            END;
            CREATE TRIGGER "RoundSearchOfGone" AFTER DELETE ON "Rounds" BEGIN
                INSERT INTO "RoundSearch" ("RoundSearch", rowid, "Number", "SearchTitle") VALUES ('delete', old."Id", old."Number", old."SearchTitle");
            END;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "RoundSearch" USING fts5("Number", "SearchTitle", content='Rounds', content_rowid='Id', tokenize='trigram', detail=none);
                INSERT INTO "RoundSearch" ("RoundSearch", rank) VALUES ('secure-delete', 1);
                INSERT INTO "RoundSearch" ("RoundSearch") VALUES ('rebuild');
                """);
            migrationBuilder.Sql(Triggers);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DROP TRIGGER "RoundSearchOfNew";
            DROP TRIGGER "RoundSearchOfChanged";
            DROP TRIGGER "RoundSearchOfGone";
            DROP TABLE "RoundSearch";
            """);
    }
}
