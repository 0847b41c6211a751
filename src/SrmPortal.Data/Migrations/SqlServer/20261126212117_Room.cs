using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Room : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "SupplierDocuments",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ValidityTold",
                table: "SupplierDocuments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Signatories",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PaperId",
                table: "Signatories",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ValidityTold",
                table: "Signatories",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ChangeRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    After = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Papers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AskedById = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    FirstById = table.Column<long>(type: "bigint", nullable: true),
                    FirstAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeRequests_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupplierBankAccounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    BankAccount = table.Column<string>(type: "nvarchar(34)", maxLength: 34, nullable: false),
                    BankName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BankCity = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    BankCode = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false),
                    CorrespondentAccount = table.Column<string>(type: "nvarchar(34)", maxLength: 34, nullable: false),
                    CorrespondentBank = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierBankAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupplierBankAccounts_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_PaperId",
                table: "Signatories",
                column: "PaperId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_Code",
                table: "ChangeRequests",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_Open",
                table: "ChangeRequests",
                columns: new[] { "SupplierId", "Kind" },
                unique: true,
                filter: "[State] IN ('Pending', 'SecondReview')");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_State_AskedAt",
                table: "ChangeRequests",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_SupplierId_AskedAt",
                table: "ChangeRequests",
                columns: new[] { "SupplierId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierBankAccounts_SupplierId",
                table: "SupplierBankAccounts",
                column: "SupplierId");

            migrationBuilder.AddForeignKey(
                name: "FK_Signatories_Files_PaperId",
                table: "Signatories",
                column: "PaperId",
                principalTable: "Files",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("UPDATE [SupplierDocuments] SET [Code] = LEFT(REPLACE(CONVERT(varchar(36), NEWID()), '-', ''), 10)");

            migrationBuilder.Sql("UPDATE [Signatories] SET [Code] = LEFT(REPLACE(CONVERT(varchar(36), NEWID()), '-', ''), 10)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Signatories_Files_PaperId",
                table: "Signatories");

            migrationBuilder.DropTable(
                name: "ChangeRequests");

            migrationBuilder.DropTable(
                name: "SupplierBankAccounts");

            migrationBuilder.DropIndex(
                name: "IX_Signatories_PaperId",
                table: "Signatories");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "SupplierDocuments");

            migrationBuilder.DropColumn(
                name: "ValidityTold",
                table: "SupplierDocuments");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Signatories");

            migrationBuilder.DropColumn(
                name: "PaperId",
                table: "Signatories");

            migrationBuilder.DropColumn(
                name: "ValidityTold",
                table: "Signatories");
        }
    }
}
