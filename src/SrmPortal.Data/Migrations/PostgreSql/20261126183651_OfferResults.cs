using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OfferResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Debrief",
                table: "Rounds",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Nothing");

            migrationBuilder.CreateTable(
                name: "OfferResults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Offered = table.Column<decimal>(type: "numeric(19,3)", precision: 19, scale: 3, nullable: false),
                    Won = table.Column<decimal>(type: "numeric(19,3)", precision: 19, scale: 3, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    GapPercent = table.Column<decimal>(type: "numeric(19,1)", precision: 19, scale: 1, nullable: true),
                    Items = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfferResults_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfferResults_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OfferResults_RoundId_SupplierId",
                table: "OfferResults",
                columns: new[] { "RoundId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferResults_SupplierId",
                table: "OfferResults",
                column: "SupplierId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OfferResults");

            migrationBuilder.DropColumn(
                name: "Debrief",
                table: "Rounds");
        }
    }
}
