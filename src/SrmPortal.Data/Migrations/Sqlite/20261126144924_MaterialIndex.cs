using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MaterialIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_RoundItems_MaterialNumber",
                table: "RoundItems",
                column: "MaterialNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RoundItems_MaterialNumber",
                table: "RoundItems");
        }
    }
}
