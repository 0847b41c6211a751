using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Suppliers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "NameLength",
                table: "Suppliers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Registrations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "NameLength",
                table: "Registrations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "InRenewal",
                table: "CheckDefinitions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "DueTold",
                table: "AccreditationChecks",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Nothing");

            migrationBuilder.AddColumn<DateTime>(
                name: "MeetingAt",
                table: "AccreditationChecks",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MeetingPlace",
                table: "AccreditationChecks",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "SlotId",
                table: "AccreditationChecks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StopFactorCount",
                table: "AccreditationChecks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CommentCount",
                table: "AccreditationCases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CaseComments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseComments_Accounts_ById",
                        column: x => x.ById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseComments_AccreditationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccreditationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseStopFactors",
                columns: table => new
                {
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    CheckCode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Items = table.Column<string>(type: "text", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStopFactors", x => new { x.CaseId, x.CheckCode });
                    table.ForeignKey(
                        name: "FK_CaseStopFactors_AccreditationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccreditationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommissionSlots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    CheckCode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Capacity = table.Column<int>(type: "integer", nullable: false),
                    IsCancelled = table.Column<bool>(type: "boolean", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissionSlots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StopFactors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    CheckCode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Countries = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StopFactors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SlotSeats",
                columns: table => new
                {
                    SlotId = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotSeats", x => new { x.SlotId, x.CaseId });
                    table.ForeignKey(
                        name: "FK_SlotSeats_AccreditationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccreditationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SlotSeats_CommissionSlots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "CommissionSlots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "CheckDefinitions",
                keyColumn: "Id",
                keyValue: 1,
                column: "InRenewal",
                value: true);

            migrationBuilder.UpdateData(
                table: "CheckDefinitions",
                keyColumn: "Id",
                keyValue: 2,
                column: "InRenewal",
                value: true);

            migrationBuilder.UpdateData(
                table: "CheckDefinitions",
                keyColumn: "Id",
                keyValue: 3,
                column: "InRenewal",
                value: true);

            migrationBuilder.UpdateData(
                table: "CheckDefinitions",
                keyColumn: "Id",
                keyValue: 4,
                column: "InRenewal",
                value: true);

            migrationBuilder.UpdateData(
                table: "CheckDefinitions",
                keyColumn: "Id",
                keyValue: 5,
                column: "InRenewal",
                value: true);

            migrationBuilder.InsertData(
                table: "StopFactors",
                columns: new[] { "Id", "CheckCode", "Countries", "IsActive", "Link", "Name", "NameEn", "Order" },
                values: new object[,]
                {
                    { 1, "security", "RU", true, "https://egrul.nalog.ru/", "ЕГРЮЛ / ЕГРИП: действует, сведения достоверны", "EGRUL / EGRIP: active, entries reliable", 10 },
                    { 2, "security", "RU", true, "https://service.nalog.ru/disqualified.do", "Дисквалифицированные лица", "Disqualified persons", 20 },
                    { 3, "security", "RU", true, "https://zakupki.gov.ru/epz/dishonestsupplier/search/results.html", "Реестр недобросовестных поставщиков (РНП)", "Register of unfair suppliers (RNP)", 30 },
                    { 4, "security", "*", true, "", "Связь с работниками группы, санкционные списки", "Affiliation with the group’s staff, sanctions lists", 40 },
                    { 5, "finance", "RU", true, "https://bankrot.fedresurs.ru/", "Банкротство (Федресурс)", "Insolvency (Fedresurs)", 10 },
                    { 6, "finance", "RU", true, "https://kad.arbitr.ru/", "Арбитражные дела в роли ответчика", "Arbitration cases as a defendant", 20 },
                    { 7, "finance", "RU", true, "https://fssp.gov.ru/iss/ip", "Исполнительные производства (ФССП)", "Enforcement proceedings (FSSP)", 30 },
                    { 8, "finance", "RU", true, "https://pb.nalog.ru/", "Налоги: задолженность, «Прозрачный бизнес»", "Taxes: debt, “Transparent business”", 40 },
                    { 9, "finance", "*", true, "", "Чистые активы, убыток за прошлый год", "Net assets, loss of last year", 50 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Suppliers_NameLength_NameKey",
                table: "Suppliers",
                columns: new[] { "NameLength", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_NameLength_NameKey",
                table: "Registrations",
                columns: new[] { "NameLength", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationChecks_SlotId",
                table: "AccreditationChecks",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationChecks_State_Due",
                table: "AccreditationChecks",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseComments_ById",
                table: "CaseComments",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_CaseComments_CaseId_Id",
                table: "CaseComments",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseComments_Key",
                table: "CaseComments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommissionSlots_CheckCode_At",
                table: "CommissionSlots",
                columns: new[] { "CheckCode", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CommissionSlots_Code",
                table: "CommissionSlots",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SlotSeats_CaseId",
                table: "SlotSeats",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_StopFactors_CheckCode_Order",
                table: "StopFactors",
                columns: new[] { "CheckCode", "Order" });

            migrationBuilder.AddForeignKey(
                name: "FK_AccreditationChecks_CommissionSlots_SlotId",
                table: "AccreditationChecks",
                column: "SlotId",
                principalTable: "CommissionSlots",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AccreditationChecks_CommissionSlots_SlotId",
                table: "AccreditationChecks");

            migrationBuilder.DropTable(
                name: "CaseComments");

            migrationBuilder.DropTable(
                name: "CaseStopFactors");

            migrationBuilder.DropTable(
                name: "SlotSeats");

            migrationBuilder.DropTable(
                name: "StopFactors");

            migrationBuilder.DropTable(
                name: "CommissionSlots");

            migrationBuilder.DropIndex(
                name: "IX_Suppliers_NameLength_NameKey",
                table: "Suppliers");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_NameLength_NameKey",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_AccreditationChecks_SlotId",
                table: "AccreditationChecks");

            migrationBuilder.DropIndex(
                name: "IX_AccreditationChecks_State_Due",
                table: "AccreditationChecks");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "NameLength",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "NameLength",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "InRenewal",
                table: "CheckDefinitions");

            migrationBuilder.DropColumn(
                name: "DueTold",
                table: "AccreditationChecks");

            migrationBuilder.DropColumn(
                name: "MeetingAt",
                table: "AccreditationChecks");

            migrationBuilder.DropColumn(
                name: "MeetingPlace",
                table: "AccreditationChecks");

            migrationBuilder.DropColumn(
                name: "SlotId",
                table: "AccreditationChecks");

            migrationBuilder.DropColumn(
                name: "StopFactorCount",
                table: "AccreditationChecks");

            migrationBuilder.DropColumn(
                name: "CommentCount",
                table: "AccreditationCases");
        }
    }
}
