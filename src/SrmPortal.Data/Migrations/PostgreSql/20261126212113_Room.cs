using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
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
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ValidityTold",
                table: "SupplierDocuments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Signatories",
                type: "character varying(10)",
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ChangeRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Before = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    After = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Papers = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    AskedById = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    FirstById = table.Column<long>(type: "bigint", nullable: true),
                    FirstAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
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
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    BankAccount = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    BankName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    BankCity = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BankCode = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    CorrespondentAccount = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    CorrespondentBank = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
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

            migrationBuilder.Sql("UPDATE \"SupplierDocuments\" SET \"Code\" = upper(substr(md5(random()::text || \"Id\"::text), 1, 10))");

            migrationBuilder.Sql("UPDATE \"Signatories\" SET \"Code\" = upper(substr(md5(random()::text || \"Id\"::text), 1, 10))");
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
