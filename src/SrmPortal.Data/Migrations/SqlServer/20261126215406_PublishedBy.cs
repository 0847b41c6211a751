using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PublishedBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PublishedById",
                table: "Rounds",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PublishedById",
                table: "Rounds");
        }
    }
}
