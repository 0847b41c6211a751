using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    No = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    FinalUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    PreviousHead = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Head = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditBatches", x => x.Id);
                    table.CheckConstraint("CK_AuditBatches_Head_Length", "length(\"Head\") <= 64");
                    table.CheckConstraint("CK_AuditBatches_KeyId_Length", "length(\"KeyId\") <= 16");
                    table.CheckConstraint("CK_AuditBatches_PreviousHead_Length", "length(\"PreviousHead\") <= 64");
                });

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    BatchNo = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.RecordId);
                });

            migrationBuilder.CreateTable(
                name: "AuditWatch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditWatch", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "AuditWatch",
                columns: new[] { "Id", "BegunAt", "CheckedAt", "Faults" },
                values: new object[] { -1L, null, null, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_AuditBatches_Head",
                table: "AuditBatches",
                column: "Head",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditBatches_No",
                table: "AuditBatches",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_BatchNo_Place",
                table: "AuditSeals",
                columns: new[] { "BatchNo", "Place" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditBatches");

            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropTable(
                name: "AuditWatch");
        }
    }
}
