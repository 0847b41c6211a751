using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditCuts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LastBatchNo = table.Column<long>(type: "INTEGER", nullable: false),
                    LastHead = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SealedUpTo = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Records = table.Column<int>(type: "INTEGER", nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditCuts", x => x.Id);
                    table.CheckConstraint("CK_AuditCuts_KeyId_Length", "length(\"KeyId\") <= 16");
                    table.CheckConstraint("CK_AuditCuts_LastHead_Length", "length(\"LastHead\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "RetentionRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Registrations = table.Column<int>(type: "INTEGER", nullable: false),
                    Events = table.Column<int>(type: "INTEGER", nullable: false),
                    Rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    Notices = table.Column<int>(type: "INTEGER", nullable: false),
                    AuditRecords = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Id);
                    table.CheckConstraint("CK_RetentionRuns_Failed_Length", "length(\"Failed\") <= 200");
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditCuts_LastBatchNo",
                table: "AuditCuts",
                column: "LastBatchNo",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRuns_Day",
                table: "RetentionRuns",
                column: "Day",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditCuts");

            migrationBuilder.DropTable(
                name: "RetentionRuns");
        }
    }
}
