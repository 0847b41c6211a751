using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Reg4 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Joined",
                table: "SupplierImports",
                type: "text",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTime>(
                name: "OfferedAt",
                table: "Memberships",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Joined",
                table: "SupplierImports");

            migrationBuilder.DropColumn(
                name: "OfferedAt",
                table: "Memberships");
        }
    }
}
