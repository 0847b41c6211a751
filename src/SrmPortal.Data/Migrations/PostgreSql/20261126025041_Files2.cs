using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Files2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentRequirements");

            migrationBuilder.CreateTable(
                name: "DocumentKinds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hint = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    HintEn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    HasNumber = table.Column<bool>(type: "boolean", nullable: false),
                    HasValidity = table.Column<bool>(type: "boolean", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Blank = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    BlankEn = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentDemands",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Country = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    LegalForms = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    IsMandatory = table.Column<bool>(type: "boolean", nullable: false),
                    KindId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentDemands", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentDemands_DocumentKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "DocumentKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "DocumentKinds",
                columns: new[] { "Id", "Blank", "BlankEn", "Code", "HasNumber", "HasValidity", "Hint", "HintEn", "IsRetired", "Name", "NameEn", "Order", "Revision" },
                values: new object[,]
                {
                    { -9L, "", "", "licence", true, false, "", "", false, "Лицензии и допуски СРО", "Licences and approvals", 70, 0 },
                    { -8L, "", "", "quality", true, true, "", "", false, "Сертификат системы качества", "Quality system certificate", 60, 0 },
                    { -7L, "# Анкета-декларация поставщика\n\nПолное наименование: {company}\nСтрана: {country}\nПравовая форма: {legal-form}\nИНН или национальный номер: {tax-number}\nКПП: {kpp}\nОГРН, ОГРНИП: {registration-number}\nЮридический адрес: {address}\nТелефон, эл. почта: {phone}, {email}\nБанк: {bank}\nСчёт: {account}\n\nУполномоченные лица:\n{people}\n\nНоменклатура: {categories}\n\nНастоящим поставщик подтверждает, что указанные сведения достоверны и полны; что в отношении него не возбуждено дело о банкротстве; что у него нет просроченной задолженности по налогам и сборам; что он не включён в реестр недобросовестных поставщиков; и обязуется незамедлительно сообщать об изменениях.\n\nАффилированность с работниками группы, если есть: ____________________________________\n\nДата: «____» ____________________ 20____\n\nПодпись: ____________________ / {signatory}, {position} /\n\nПечать, если она используется", "# Declaration of a supplier\n\nFull name: {company}\nCountry: {country}\nLegal form: {legal-form}\nTax or national number: {tax-number}\nKPP: {kpp}\nRegistration number: {registration-number}\nRegistered address: {address}\nPhone, e-mail: {phone}, {email}\nBank: {bank}\nAccount: {account}\n\nAuthorised people:\n{people}\n\nCategories: {categories}\n\nThe company declares that what is said above is true and complete; that no insolvency proceedings are pending against it; that it has no overdue tax debts; that it is on no list of unfair suppliers; and that it will report changes without delay.\n\nAffiliation with people of the buying group, if any: ____________________________________\n\nDate: ____ ____________________ 20____\n\nSignature: ____________________ / {signatory}, {position} /\n\nSeal, if the company uses one", "declaration", true, false, "Распечатайте бланк: данные уже в нём. Подпишите, отсканируйте и приложите.", "Print the blank form: the data is in it already. Sign, scan and attach it.", false, "Анкета-декларация с подписью", "Signed declaration", 50, 0 },
                    { -6L, "", "", "accounts", true, false, "", "", false, "Бухгалтерская отчётность за прошлый год", "Annual accounts of last year", 40, 0 },
                    { -5L, "", "", "power-of-attorney", true, true, "Нужна, если подписант действует по доверенности.", "Needed if a signatory acts by a power of attorney.", false, "Доверенность подписанта", "Signatory’s power of attorney", 30, 0 },
                    { -4L, "", "", "register-extract", true, false, "С апостилем или легализацией и заверенным переводом на русский.", "Apostilled or legalised, with a certified Russian translation.", false, "Выписка из торгового реестра", "Extract from the trade register", 10, 0 },
                    { -3L, "", "", "tax-registration", true, false, "", "", false, "Свидетельство о постановке на налоговый учёт", "Certificate of tax registration", 10, 0 },
                    { -2L, "", "", "appointment", true, false, "", "", false, "Решение о назначении руководителя", "Decision on the head’s appointment", 20, 0 },
                    { -1L, "", "", "charter", true, false, "", "", false, "Устав", "Charter", 10, 0 }
                });

            migrationBuilder.InsertData(
                table: "DocumentDemands",
                columns: new[] { "Id", "Country", "IsMandatory", "KindId", "LegalForms" },
                values: new object[,]
                {
                    { -9L, "*", false, -9L, "*" },
                    { -8L, "*", false, -8L, "*" },
                    { -7L, "*", true, -7L, "*" },
                    { -6L, "RU", true, -6L, "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation" },
                    { -5L, "*", false, -5L, "*" },
                    { -4L, "!RU", true, -4L, "*" },
                    { -3L, "RU", true, -3L, "SoleTrader SelfEmployed PrivatePractice" },
                    { -2L, "RU", true, -2L, "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation" },
                    { -1L, "RU", true, -1L, "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentDemands_KindId",
                table: "DocumentDemands",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentKinds_Code",
                table: "DocumentKinds",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentDemands");

            migrationBuilder.DropTable(
                name: "DocumentKinds");

            migrationBuilder.CreateTable(
                name: "DocumentRequirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Country = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    HasBlank = table.Column<bool>(type: "boolean", nullable: false),
                    HasValidity = table.Column<bool>(type: "boolean", nullable: false),
                    Hint = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    HintEn = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    IsMandatory = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    LegalForms = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRequirements", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "DocumentRequirements",
                columns: new[] { "Id", "Country", "HasBlank", "HasValidity", "Hint", "HintEn", "IsMandatory", "Kind", "LegalForms", "Name", "NameEn", "Order" },
                values: new object[,]
                {
                    { 1, "RU", false, false, "", "", true, "charter", "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation", "Устав", "Charter", 10 },
                    { 2, "RU", false, false, "", "", true, "appointment", "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation", "Решение о назначении руководителя", "Decision on the head’s appointment", 20 },
                    { 3, "RU", false, false, "", "", true, "tax-registration", "SoleTrader SelfEmployed PrivatePractice", "Свидетельство о постановке на налоговый учёт", "Certificate of tax registration", 10 },
                    { 4, "!RU", false, false, "С апостилем или легализацией и заверенным переводом на русский.", "Apostilled or legalised, with a certified Russian translation.", true, "register-extract", "*", "Выписка из торгового реестра", "Extract from the trade register", 10 },
                    { 5, "*", false, true, "Нужна, если подписант действует по доверенности.", "Needed if a signatory acts by a power of attorney.", false, "power-of-attorney", "*", "Доверенность подписанта", "Signatory’s power of attorney", 30 },
                    { 6, "RU", false, false, "", "", true, "accounts", "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation", "Бухгалтерская отчётность за прошлый год", "Annual accounts of last year", 40 },
                    { 7, "*", true, false, "Распечатайте бланк: данные уже в нём. Подпишите, отсканируйте и приложите.", "Print the blank form: the data is in it already. Sign, scan and attach it.", true, "declaration", "*", "Анкета-декларация с подписью", "Signed declaration", 50 },
                    { 8, "*", false, true, "", "", false, "quality", "*", "Сертификат системы качества", "Quality system certificate", 60 },
                    { 9, "*", false, false, "", "", false, "licence", "*", "Лицензии и допуски СРО", "Licences and approvals", 70 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRequirements_Kind_Country_LegalForms",
                table: "DocumentRequirements",
                columns: new[] { "Kind", "Country", "LegalForms" },
                unique: true);
        }
    }
}
