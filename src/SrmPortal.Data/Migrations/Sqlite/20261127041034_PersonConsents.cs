using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PersonConsents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PersonConsents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonConsents", x => x.Id);
                    table.CheckConstraint("CK_PersonConsents_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_PersonConsents_Language_Length", "length(\"Language\") <= 8");
                    table.CheckConstraint("CK_PersonConsents_TextHash_Length", "length(\"TextHash\") <= 64");
                    table.ForeignKey(
                        name: "FK_PersonConsents_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PersonConsents_AccountId_Kind_Edition",
                table: "PersonConsents",
                columns: new[] { "AccountId", "Kind", "Edition" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonConsents");
        }
    }
}
