using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class KeepTheGroupsPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CompanyId",
                table: "StaffAppointments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockReason",
                table: "Accounts",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BlockedAt",
                table: "Accounts",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedFrom",
                table: "Accounts",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffAppointments_CompanyId",
                table: "StaffAppointments",
                column: "CompanyId");

            migrationBuilder.AddForeignKey(
                name: "FK_StaffAppointments_GroupCompanies_CompanyId",
                table: "StaffAppointments",
                column: "CompanyId",
                principalTable: "GroupCompanies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_StaffAppointments_GroupCompanies_CompanyId",
                table: "StaffAppointments");

            migrationBuilder.DropIndex(
                name: "IX_StaffAppointments_CompanyId",
                table: "StaffAppointments");

            migrationBuilder.DropColumn(
                name: "CompanyId",
                table: "StaffAppointments");

            migrationBuilder.DropColumn(
                name: "BlockReason",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "BlockedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "BlockedFrom",
                table: "Accounts");
        }
    }
}
