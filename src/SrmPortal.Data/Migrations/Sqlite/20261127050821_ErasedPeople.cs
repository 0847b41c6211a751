using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ErasedPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConsentRevokedAt",
                table: "Accounts",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Accounts",
                type: "TEXT",
                precision: 3,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConsentRevokedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Accounts");
        }
    }
}
