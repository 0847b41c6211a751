using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Nothing");

            migrationBuilder.CreateTable(
                name: "OfferResults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Offered = table.Column<decimal>(type: "TEXT", precision: 19, scale: 3, nullable: false),
                    Won = table.Column<decimal>(type: "TEXT", precision: 19, scale: 3, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    GapPercent = table.Column<decimal>(type: "TEXT", precision: 19, scale: 1, nullable: true),
                    Items = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferResults", x => x.Id);
                    table.CheckConstraint("CK_OfferResults_Currency_Length", "length(\"Currency\") <= 3");
                    table.CheckConstraint("CK_OfferResults_GapPercent_Scale", "instr(\"GapPercent\", '.') = 0 OR length(\"GapPercent\") - instr(\"GapPercent\", '.') <= 1");
                    table.CheckConstraint("CK_OfferResults_Offered_Scale", "instr(\"Offered\", '.') = 0 OR length(\"Offered\") - instr(\"Offered\", '.') <= 3");
                    table.CheckConstraint("CK_OfferResults_Won_Scale", "instr(\"Won\", '.') = 0 OR length(\"Won\") - instr(\"Won\", '.') <= 3");
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_Rounds_Debrief_Length",
                table: "Rounds",
                sql: "length(\"Debrief\") <= 32");

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

            migrationBuilder.DropCheckConstraint(
                name: "CK_Rounds_Debrief_Length",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Debrief",
                table: "Rounds");
        }
    }
}
