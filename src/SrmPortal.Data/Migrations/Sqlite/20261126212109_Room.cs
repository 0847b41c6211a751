using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ValidityTold",
                table: "SupplierDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Signatories",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "PaperId",
                table: "Signatories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ValidityTold",
                table: "Signatories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ChangeRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Papers = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    AskedById = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    FirstById = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeRequests", x => x.Id);
                    table.CheckConstraint("CK_ChangeRequests_Code_Length", "length(\"Code\") <= 10");
                    table.CheckConstraint("CK_ChangeRequests_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_ChangeRequests_Reason_Length", "length(\"Reason\") <= 1000");
                    table.CheckConstraint("CK_ChangeRequests_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_ChangeRequests_Why_Length", "length(\"Why\") <= 1000");
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    BankAccount = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    BankName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BankCity = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BankCode = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    CorrespondentAccount = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    CorrespondentBank = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierBankAccounts", x => x.Id);
                    table.CheckConstraint("CK_SupplierBankAccounts_BankAccount_Length", "length(\"BankAccount\") <= 34");
                    table.CheckConstraint("CK_SupplierBankAccounts_BankCity_Length", "length(\"BankCity\") <= 100");
                    table.CheckConstraint("CK_SupplierBankAccounts_BankCode_Length", "length(\"BankCode\") <= 11");
                    table.CheckConstraint("CK_SupplierBankAccounts_BankName_Length", "length(\"BankName\") <= 200");
                    table.CheckConstraint("CK_SupplierBankAccounts_CorrespondentAccount_Length", "length(\"CorrespondentAccount\") <= 34");
                    table.CheckConstraint("CK_SupplierBankAccounts_CorrespondentBank_Length", "length(\"CorrespondentBank\") <= 300");
                    table.ForeignKey(
                        name: "FK_SupplierBankAccounts_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_SupplierDocuments_Code_Length",
                table: "SupplierDocuments",
                sql: "length(\"Code\") <= 10");

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_PaperId",
                table: "Signatories",
                column: "PaperId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Signatories_Code_Length",
                table: "Signatories",
                sql: "length(\"Code\") <= 10");

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
                filter: "\"State\" IN ('Pending', 'SecondReview')");

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

            migrationBuilder.Sql("UPDATE \"SupplierDocuments\" SET \"Code\" = upper(hex(randomblob(5)))");

            migrationBuilder.Sql("UPDATE \"Signatories\" SET \"Code\" = upper(hex(randomblob(5)))");
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

            migrationBuilder.DropCheckConstraint(
                name: "CK_SupplierDocuments_Code_Length",
                table: "SupplierDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Signatories_PaperId",
                table: "Signatories");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Signatories_Code_Length",
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
