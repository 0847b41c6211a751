using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DraftTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Approvers",
                table: "Rounds",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "DraftTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    TypedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftTexts", x => x.Id);
                    table.CheckConstraint("CK_DraftTexts_Form_Length", "length(\"Form\") <= 16");
                    table.ForeignKey(
                        name: "FK_DraftTexts_Accounts_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DraftTexts_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Rounds_Approvers_Length",
                table: "Rounds",
                sql: "length(\"Approvers\") <= 1000");

            migrationBuilder.CreateIndex(
                name: "IX_DraftTexts_PersonId",
                table: "DraftTexts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_DraftTexts_RoundId_PersonId_Form",
                table: "DraftTexts",
                columns: new[] { "RoundId", "PersonId", "Form" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftTexts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Rounds_Approvers_Length",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Approvers",
                table: "Rounds");
        }
    }
}
