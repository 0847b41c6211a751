using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TextEditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LegalNotices");

            migrationBuilder.CreateTable(
                name: "PortalTexts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Draft = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    DraftById = table.Column<long>(type: "bigint", nullable: true),
                    DraftAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PortalTexts_Accounts_DraftById",
                        column: x => x.DraftById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TextEditions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    AcceptedFrom = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    PublishedById = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RussianTitle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RussianBody = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    EnglishTitle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EnglishBody = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PortalTextId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TextEditions_Accounts_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TextEditions_PortalTexts_PortalTextId",
                        column: x => x.PortalTextId,
                        principalTable: "PortalTexts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PortalTexts_DraftById",
                table: "PortalTexts",
                column: "DraftById");

            migrationBuilder.CreateIndex(
                name: "IX_PortalTexts_Key",
                table: "PortalTexts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TextEditions_Key_Edition",
                table: "TextEditions",
                columns: new[] { "Key", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TextEditions_PortalTextId",
                table: "TextEditions",
                column: "PortalTextId");

            migrationBuilder.CreateIndex(
                name: "IX_TextEditions_PublishedById",
                table: "TextEditions",
                column: "PublishedById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TextEditions");

            migrationBuilder.DropTable(
                name: "PortalTexts");

            migrationBuilder.CreateTable(
                name: "LegalNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    English = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Russian = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalNotices", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "LegalNotices",
                columns: new[] { "Id", "Date", "Edition", "English", "Kind", "Russian" },
                values: new object[,]
                {
                    { 1L, new DateOnly(2026, 9, 1), 1, "A request for proposals is neither a bidding under articles 447–449 nor a public competition under articles 1057–1061 of the Civil Code of Russia. Receiving an offer does not oblige the customer to conclude a contract. The customer may reject all offers, change the terms before the deadline or cancel the event without compensating the participants’ expenses.", "RequestForProposals", "Запрос предложений не является торгами (ст. 447–449 ГК РФ) и публичным конкурсом (ст. 1057–1061 ГК РФ). Приём предложения не обязывает заказчика заключить договор. Заказчик вправе отклонить все предложения, изменить условия до срока приёма или отменить процедуру, не возмещая расходов участников." },
                    { 2L, new DateOnly(2026, 9, 1), 1, "A request for prices is neither a bidding under articles 447–449, nor a public competition under articles 1057–1061 of the Civil Code of Russia, nor an offer of the customer. It serves to study the market and to choose a supplier; the customer need not conclude a contract with any participant and does not compensate their expenses.", "RequestForPrices", "Запрос цен не является торгами (ст. 447–449 ГК РФ), публичным конкурсом (ст. 1057–1061 ГК РФ) и офертой заказчика. Он служит изучению рынка и выбору поставщика; заказчик вправе не заключать договор ни с одним из участников и не возмещает их расходов." },
                    { 3L, new DateOnly(2026, 9, 1), 1, "The tender is held as a bidding under articles 447–449 of the Civil Code of Russia on the terms published in the portal. A submitted offer binds the participant until the end of the validity named in it. The customer may call the tender off before the deadline for offers; the contract is concluded with the winner on the terms of its offer.", "Tender", "Конкурс проводится как торги (ст. 447–449 ГК РФ) на условиях, опубликованных на портале. Поданное предложение связывает участника до конца названного в нём срока действия. Заказчик вправе отказаться от проведения конкурса до срока приёма предложений; договор заключается с победителем на условиях его предложения." },
                    { 4L, new DateOnly(2026, 9, 1), 1, "Re-bidding is a stage of an event announced before: participants may improve their offers. It is not a bidding of its own under articles 447–449 of the Civil Code of Russia and does not oblige the customer to conclude a contract. Terms and deadline of the stage stand on its card.", "Rebidding", "Переторжка — этап объявленной ранее процедуры: участники могут улучшить свои предложения. Она не является самостоятельными торгами (ст. 447–449 ГК РФ) и не обязывает заказчика заключить договор. Условия и срок этапа названы в его карточке." }
                });

            migrationBuilder.CreateIndex(
                name: "IX_LegalNotices_Kind_Edition",
                table: "LegalNotices",
                columns: new[] { "Kind", "Edition" },
                unique: true);
        }
    }
}
