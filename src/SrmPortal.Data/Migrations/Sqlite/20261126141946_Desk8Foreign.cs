using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Desk8Foreign : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Company_CorrespondentBank",
                table: "Suppliers",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Company_Lei",
                table: "Suppliers",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Company_LocalName",
                table: "Suppliers",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Suppliers_Company_CorrespondentBank_Length",
                table: "Suppliers",
                sql: "length(\"Company_CorrespondentBank\") <= 300");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Suppliers_Company_Lei_Length",
                table: "Suppliers",
                sql: "length(\"Company_Lei\") <= 20");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Suppliers_Company_LocalName_Length",
                table: "Suppliers",
                sql: "length(\"Company_LocalName\") <= 400");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Suppliers_Company_CorrespondentBank_Length",
                table: "Suppliers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Suppliers_Company_Lei_Length",
                table: "Suppliers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Suppliers_Company_LocalName_Length",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "Company_CorrespondentBank",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "Company_Lei",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "Company_LocalName",
                table: "Suppliers");
        }
    }
}
