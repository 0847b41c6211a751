using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Desk2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ValidityTold",
                table: "Suppliers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "RenewsSupplierId",
                table: "Registrations",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_RenewsSupplierId",
                table: "Registrations",
                column: "RenewsSupplierId");

            migrationBuilder.AddForeignKey(
                name: "FK_Registrations_Suppliers_RenewsSupplierId",
                table: "Registrations",
                column: "RenewsSupplierId",
                principalTable: "Suppliers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Registrations_Suppliers_RenewsSupplierId",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_RenewsSupplierId",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "ValidityTold",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "RenewsSupplierId",
                table: "Registrations");
        }
    }
}
