using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Lots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Lots",
                table: "Rounds",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lot",
                table: "RoundItems",
                type: "integer",
                nullable: true);

            // The rounds that are there have none.
            migrationBuilder.Sql("UPDATE \"Rounds\" SET \"Lots\" = '[]'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Lots",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Lot",
                table: "RoundItems");
        }
    }
}
