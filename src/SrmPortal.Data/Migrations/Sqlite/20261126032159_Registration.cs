using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Company_BankCity",
                table: "Suppliers",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "BankDirectoryImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankDirectoryImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Banks",
                columns: table => new
                {
                    Bik = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CorrespondentAccount = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Banks", x => x.Bik);
                    table.CheckConstraint("CK_Banks_Bik_Length", "length(\"Bik\") <= 9");
                    table.CheckConstraint("CK_Banks_City_Length", "length(\"City\") <= 100");
                    table.CheckConstraint("CK_Banks_CorrespondentAccount_Length", "length(\"CorrespondentAccount\") <= 20");
                    table.CheckConstraint("CK_Banks_Name_Length", "length(\"Name\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "ListedPlaces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    District = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Ru = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    En = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedPlaces", x => x.Id);
                    table.CheckConstraint("CK_ListedPlaces_Code_Length", "length(\"Code\") <= 8");
                    table.CheckConstraint("CK_ListedPlaces_District_Length", "length(\"District\") <= 16");
                    table.CheckConstraint("CK_ListedPlaces_En_Length", "length(\"En\") <= 100");
                    table.CheckConstraint("CK_ListedPlaces_Ru_Length", "length(\"Ru\") <= 100");
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Suppliers_Company_BankCity_Length",
                table: "Suppliers",
                sql: "length(\"Company_BankCity\") <= 100");

            migrationBuilder.CreateIndex(
                name: "IX_ListedPlaces_Code",
                table: "ListedPlaces",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankDirectoryImports");

            migrationBuilder.DropTable(
                name: "Banks");

            migrationBuilder.DropTable(
                name: "ListedPlaces");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Suppliers_Company_BankCity_Length",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "Company_BankCity",
                table: "Suppliers");
        }
    }
}
