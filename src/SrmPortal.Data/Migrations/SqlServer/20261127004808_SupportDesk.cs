using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SupportDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LostMasterCaseId",
                table: "Files",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Accounts",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            // The database's own lower() may know Latin letters only.
            var folded = "LOWER([FullName] + ' ' + [Email] + ' ' + [UserName])";
            foreach (var letter in "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
            {
                folded = $"replace({folded}, N'{letter}', N'{char.ToLowerInvariant(letter)}')";
            }

            migrationBuilder.Sql($"UPDATE [Accounts] SET [SearchText] = replace({folded}, N'ё', N'е')");

            migrationBuilder.CreateTable(
                name: "CallerChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallerChecks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LostMasterCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    SignedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LetterId = table.Column<long>(type: "bigint", nullable: true),
                    Blocks = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    OpenedById = table.Column<long>(type: "bigint", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CheckedById = table.Column<long>(type: "bigint", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CheckNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ApprovedById = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ClosedById = table.Column<long>(type: "bigint", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    MasterId = table.Column<long>(type: "bigint", nullable: true),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    FullName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Position = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LostMasterCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LostMasterCases_Files_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LostMasterCases_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_AddresseeKind_AddresseeId_QueuedAt",
                table: "MailDeliveries",
                columns: new[] { "AddresseeKind", "AddresseeId", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Files_LostMasterCaseId",
                table: "Files",
                column: "LostMasterCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CallerChecks_AccountId_At",
                table: "CallerChecks",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LostMasterCases_Key",
                table: "LostMasterCases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LostMasterCases_LetterId",
                table: "LostMasterCases",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_LostMasterCases_Number",
                table: "LostMasterCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LostMasterCases_Open",
                table: "LostMasterCases",
                column: "SupplierId",
                unique: true,
                filter: "[State] IN ('New', 'Checked', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "IX_LostMasterCases_State_OpenedAt",
                table: "LostMasterCases",
                columns: new[] { "State", "OpenedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallerChecks");

            migrationBuilder.DropTable(
                name: "LostMasterCases");

            migrationBuilder.DropIndex(
                name: "IX_MailDeliveries_AddresseeKind_AddresseeId_QueuedAt",
                table: "MailDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Files_LostMasterCaseId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "LostMasterCaseId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Accounts");
        }
    }
}
