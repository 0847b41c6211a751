using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lot",
                table: "RoundItems",
                type: "INTEGER",
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
