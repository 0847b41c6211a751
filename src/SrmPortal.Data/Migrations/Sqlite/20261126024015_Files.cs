using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Scan",
                table: "Files",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "NotAsked");

            migrationBuilder.AddColumn<string>(
                name: "Threat",
                table: "Files",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Files_Scan_Id",
                table: "Files",
                columns: new[] { "Scan", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Files_Scan_Length",
                table: "Files",
                sql: "length(\"Scan\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Files_Threat_Length",
                table: "Files",
                sql: "length(\"Threat\") <= 200");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Files_Scan_Id",
                table: "Files");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Files_Scan_Length",
                table: "Files");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Files_Threat_Length",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Scan",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "Threat",
                table: "Files");
        }
    }
}
