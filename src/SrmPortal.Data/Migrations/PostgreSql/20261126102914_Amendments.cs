using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Amendments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LastLine",
                table: "Rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastQuestion",
                table: "Rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "AmendmentNo",
                table: "RoundItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Amendments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: true),
                    Was = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Becomes = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    IsHeldMaterial = table.Column<bool>(type: "boolean", nullable: false),
                    NewDeadline = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    BegunById = table.Column<long>(type: "bigint", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    SentForApprovalById = table.Column<long>(type: "bigint", nullable: true),
                    SentForApprovalAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    ApproverId = table.Column<long>(type: "bigint", nullable: true),
                    ReturnComment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    PublishedById = table.Column<long>(type: "bigint", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    MovedFrom = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    MovedTo = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Amendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Amendments_Accounts_ApproverId",
                        column: x => x.ApproverId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_Accounts_BegunById",
                        column: x => x.BegunById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_Accounts_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_Accounts_SentForApprovalById",
                        column: x => x.SentForApprovalById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_ApproverId",
                table: "Amendments",
                column: "ApproverId");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_BegunById",
                table: "Amendments",
                column: "BegunById");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_Open",
                table: "Amendments",
                column: "RoundId",
                unique: true,
                filter: "\"State\" IN ('Draft', 'PendingApproval')");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_PublishedById",
                table: "Amendments",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_RoundId_No",
                table: "Amendments",
                columns: new[] { "RoundId", "No" },
                unique: true,
                filter: "\"No\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_SentForApprovalById",
                table: "Amendments",
                column: "SentForApprovalById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Amendments");

            migrationBuilder.DropColumn(
                name: "LastLine",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "LastQuestion",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "AmendmentNo",
                table: "RoundItems");
        }
    }
}
