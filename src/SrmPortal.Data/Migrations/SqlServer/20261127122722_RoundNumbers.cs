using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RoundNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Rounds",
                type: "nvarchar(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE \"Rounds\" SET \"Number\" = (SELECT \"Number\" FROM \"Events\" WHERE \"Events\".\"Id\" = \"Rounds\".\"EventId\")");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Number_No",
                table: "Rounds",
                columns: new[] { "Number", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventMembers_AccountId",
                table: "EventMembers",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Rounds_Number_No",
                table: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_EventMembers_AccountId",
                table: "EventMembers");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Rounds");
        }
    }
}
