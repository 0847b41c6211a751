using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
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
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "NotAsked");

            migrationBuilder.AddColumn<string>(
                name: "Threat",
                table: "Files",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Files_Scan_Id",
                table: "Files",
                columns: new[] { "Scan", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Files_Scan_Id",
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
