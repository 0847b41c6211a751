using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
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
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Company_Lei",
                table: "Suppliers",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Company_LocalName",
                table: "Suppliers",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
