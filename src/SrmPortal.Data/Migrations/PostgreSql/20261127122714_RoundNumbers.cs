using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class RoundNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Rounds",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE \"Rounds\" SET \"Number\" = (SELECT \"Number\" FROM \"Events\" WHERE \"Events\".\"Id\" = \"Rounds\".\"EventId\")");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Number",
                table: "Rounds",
                column: "Number")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Number_No",
                table: "Rounds",
                columns: new[] { "Number", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_SearchTitle",
                table: "Rounds",
                column: "SearchTitle")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_EventMembers_AccountId",
                table: "EventMembers",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Rounds_Number",
                table: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_Rounds_Number_No",
                table: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_Rounds_SearchTitle",
                table: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_EventMembers_AccountId",
                table: "EventMembers");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Rounds");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
        }
    }
}
