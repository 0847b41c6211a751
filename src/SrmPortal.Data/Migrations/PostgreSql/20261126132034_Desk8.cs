using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Desk8 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ApplicantKey",
                table: "Registrations",
                type: "character varying(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "EndOfDay",
                table: "DeskTime",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "Reminders",
                table: "DeskTime",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ReviewerReminder",
                table: "DeskTime",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ValidYears",
                table: "DeskTime",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.UpdateData(
                table: "DeskTime",
                keyColumn: "Id",
                keyValue: -1L,
                columns: new[] { "EndOfDay", "Reminders", "ReviewerReminder", "ValidYears" },
                values: new object[] { new TimeOnly(18, 0, 0), "3 1", 1, 3 });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_ApplicantKey",
                table: "Registrations",
                column: "ApplicantKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_ApplicantKey",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "ApplicantKey",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "EndOfDay",
                table: "DeskTime");

            migrationBuilder.DropColumn(
                name: "Reminders",
                table: "DeskTime");

            migrationBuilder.DropColumn(
                name: "ReviewerReminder",
                table: "DeskTime");

            migrationBuilder.DropColumn(
                name: "ValidYears",
                table: "DeskTime");
        }
    }
}
