using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockReason",
                table: "Accounts",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BlockedAt",
                table: "Accounts",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BlockedFrom",
                table: "Accounts",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffAppointments_CompanyId",
                table: "StaffAppointments",
                column: "CompanyId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_BlockedFrom_Length",
                table: "Accounts",
                sql: "length(\"BlockedFrom\") <= 32");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_BlockReason_Length",
                table: "Accounts",
                sql: "length(\"BlockReason\") <= 1000");

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

            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_BlockedFrom_Length",
                table: "Accounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_BlockReason_Length",
                table: "Accounts");

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
