using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Accounts",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            // The database's own lower() may know Latin letters only.
            var folded = "lower(\"FullName\" || ' ' || \"Email\" || ' ' || \"UserName\")";
            foreach (var letter in "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")
            {
                folded = $"replace({folded}, '{letter}', '{char.ToLowerInvariant(letter)}')";
            }

            migrationBuilder.Sql($"UPDATE \"Accounts\" SET \"SearchText\" = replace({folded}, 'ё', 'е')");

            migrationBuilder.CreateTable(
                name: "CallerChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerChecks", x => x.Id);
                    table.CheckConstraint("CK_CallerChecks_Facts_Length", "length(\"Facts\") <= 1000");
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LetterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Blocks = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OpenedById = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CheckedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CheckNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ApprovedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ClosedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MasterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LostMasterCases", x => x.Id);
                    table.CheckConstraint("CK_LostMasterCases_Blocks_Length", "length(\"Blocks\") <= 2000");
                    table.CheckConstraint("CK_LostMasterCases_CheckNote_Length", "length(\"CheckNote\") <= 1000");
                    table.CheckConstraint("CK_LostMasterCases_Email_Length", "length(\"Email\") <= 254");
                    table.CheckConstraint("CK_LostMasterCases_FullName_Length", "length(\"FullName\") <= 200");
                    table.CheckConstraint("CK_LostMasterCases_Number_Length", "length(\"Number\") <= 8");
                    table.CheckConstraint("CK_LostMasterCases_Phone_Length", "length(\"Phone\") <= 50");
                    table.CheckConstraint("CK_LostMasterCases_Position_Length", "length(\"Position\") <= 200");
                    table.CheckConstraint("CK_LostMasterCases_Reason_Length", "length(\"Reason\") <= 1000");
                    table.CheckConstraint("CK_LostMasterCases_SignedBy_Length", "length(\"SignedBy\") <= 200");
                    table.CheckConstraint("CK_LostMasterCases_State_Length", "length(\"State\") <= 32");
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_SearchText_Length",
                table: "Accounts",
                sql: "length(\"SearchText\") <= 500");

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
                filter: "\"State\" IN ('New', 'Checked', 'Approved')");

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

            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_SearchText_Length",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "LostMasterCaseId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Accounts");
        }
    }
}
