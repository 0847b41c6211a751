using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Files3 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BusyUntil",
                table: "SupplierImports",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Progress",
                table: "SupplierImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "PutsZerosBack",
                table: "SupplierImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "MailTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Heading = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Button = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailTexts", x => x.Id);
                    table.CheckConstraint("CK_MailTexts_Button_Length", "length(\"Button\") <= 60");
                    table.CheckConstraint("CK_MailTexts_Heading_Length", "length(\"Heading\") <= 200");
                    table.CheckConstraint("CK_MailTexts_Language_Length", "length(\"Language\") <= 8");
                    table.CheckConstraint("CK_MailTexts_Mail_Length", "length(\"Mail\") <= 80");
                    table.CheckConstraint("CK_MailTexts_Subject_Length", "length(\"Subject\") <= 200");
                });

            migrationBuilder.CreateIndex(
                name: "IX_MailTexts_Mail_Language",
                table: "MailTexts",
                columns: new[] { "Mail", "Language" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailTexts");

            migrationBuilder.DropColumn(
                name: "BusyUntil",
                table: "SupplierImports");

            migrationBuilder.DropColumn(
                name: "Progress",
                table: "SupplierImports");

            migrationBuilder.DropColumn(
                name: "PutsZerosBack",
                table: "SupplierImports");
        }
    }
}
