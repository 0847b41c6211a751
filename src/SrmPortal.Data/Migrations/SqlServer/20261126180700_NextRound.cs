using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NextRound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AnnouncedRounds",
                table: "Rounds",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "EarlierOffersStand",
                table: "Rounds",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PricesOnlyFall",
                table: "Rounds",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "StandsFromId",
                table: "Offers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_StandsFromId",
                table: "Offers",
                column: "StandsFromId");

            migrationBuilder.AddForeignKey(
                name: "FK_Offers_Offers_StandsFromId",
                table: "Offers",
                column: "StandsFromId",
                principalTable: "Offers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Offers_Offers_StandsFromId",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Offers_StandsFromId",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "AnnouncedRounds",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "EarlierOffersStand",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "PricesOnlyFall",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "StandsFromId",
                table: "Offers");
        }
    }
}
