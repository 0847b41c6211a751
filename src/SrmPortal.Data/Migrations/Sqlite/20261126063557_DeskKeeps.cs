using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskKeeps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Audit_Details_Length",
                table: "Audit");

            migrationBuilder.AddColumn<long>(
                name: "CaseId",
                table: "Files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsRetired",
                table: "Categories",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Categories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DeskTime",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnswerDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskTime", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "DeskTime",
                columns: new[] { "Id", "AnswerDays", "Revision" },
                values: new object[] { -1L, 10, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_Files_CaseId",
                table: "Files",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskTime");

            migrationBuilder.DropIndex(
                name: "IX_Files_CaseId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "IsRetired",
                table: "Categories");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Categories");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Audit_Details_Length",
                table: "Audit",
                sql: "length(\"Details\") <= 4000");
        }
    }
}
