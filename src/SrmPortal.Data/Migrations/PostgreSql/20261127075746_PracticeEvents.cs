using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PracticeEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PracticeOfId",
                table: "Rounds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPractice",
                table: "Invitations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<long>(
                name: "BuyerId",
                table: "Events",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<long>(
                name: "PracticeOfId",
                table: "Events",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_PracticeOfId",
                table: "Events",
                column: "PracticeOfId",
                unique: true,
                filter: "\"PracticeOfId\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Events_Practice",
                table: "Events",
                sql: "(\"BuyerId\" IS NULL AND \"PracticeOfId\" IS NOT NULL) OR (\"BuyerId\" IS NOT NULL AND \"PracticeOfId\" IS NULL)");

            migrationBuilder.AddForeignKey(
                name: "FK_Events_Suppliers_PracticeOfId",
                table: "Events",
                column: "PracticeOfId",
                principalTable: "Suppliers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Events_Suppliers_PracticeOfId",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_PracticeOfId",
                table: "Events");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Events_Practice",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "PracticeOfId",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "IsPractice",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "PracticeOfId",
                table: "Events");

            migrationBuilder.AlterColumn<long>(
                name: "BuyerId",
                table: "Events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
