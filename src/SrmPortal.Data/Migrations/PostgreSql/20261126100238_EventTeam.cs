using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class EventTeam : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SealedTypings_RoundId_SupplierId_PersonId",
                table: "SealedTypings");

            migrationBuilder.AddColumn<bool>(
                name: "AfterSession",
                table: "SealedTypings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedFor",
                table: "SealedTypings",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StandsInForId",
                table: "EventMembers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Deputyships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AbsentId = table.Column<long>(type: "bigint", nullable: false),
                    DeputyId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deputyships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deputyships_Accounts_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deputyships_Accounts_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutsideInvitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TaxKey = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    AddedById = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    WithPublishing = table.Column<bool>(type: "boolean", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideInvitations_Accounts_AddedById",
                        column: x => x.AddedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutsideInvitations_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SealedTypings_RoundId_SupplierId_PersonId_AfterSession",
                table: "SealedTypings",
                columns: new[] { "RoundId", "SupplierId", "PersonId", "AfterSession" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EventMembers_StandsInForId",
                table: "EventMembers",
                column: "StandsInForId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputyships_AbsentId",
                table: "Deputyships",
                column: "AbsentId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputyships_DeputyId",
                table: "Deputyships",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_Deputyships_Until",
                table: "Deputyships",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideInvitations_AddedById",
                table: "OutsideInvitations",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideInvitations_JoinedAt",
                table: "OutsideInvitations",
                column: "JoinedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideInvitations_RoundId_Country_TaxKey",
                table: "OutsideInvitations",
                columns: new[] { "RoundId", "Country", "TaxKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Deputyships");

            migrationBuilder.DropTable(
                name: "OutsideInvitations");

            migrationBuilder.DropIndex(
                name: "IX_SealedTypings_RoundId_SupplierId_PersonId_AfterSession",
                table: "SealedTypings");

            migrationBuilder.DropIndex(
                name: "IX_EventMembers_StandsInForId",
                table: "EventMembers");

            migrationBuilder.DropColumn(
                name: "AfterSession",
                table: "SealedTypings");

            migrationBuilder.DropColumn(
                name: "RemindedFor",
                table: "SealedTypings");

            migrationBuilder.DropColumn(
                name: "StandsInForId",
                table: "EventMembers");

            migrationBuilder.CreateIndex(
                name: "IX_SealedTypings_RoundId_SupplierId_PersonId",
                table: "SealedTypings",
                columns: new[] { "RoundId", "SupplierId", "PersonId" },
                unique: true);
        }
    }
}
