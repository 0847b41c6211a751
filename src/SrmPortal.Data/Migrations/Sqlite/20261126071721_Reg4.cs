using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTime>(
                name: "OfferedAt",
                table: "Memberships",
                type: "TEXT",
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
