using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE \"Rounds\" SET \"Number\" = (SELECT \"Number\" FROM \"Events\" WHERE \"Events\".\"Id\" = \"Rounds\".\"EventId\")");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Number_No",
                table: "Rounds",
                columns: new[] { "Number", "No" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Rounds_Number_Length",
                table: "Rounds",
                sql: "length(\"Number\") <= 8");

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

            migrationBuilder.DropCheckConstraint(
                name: "CK_Rounds_Number_Length",
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
