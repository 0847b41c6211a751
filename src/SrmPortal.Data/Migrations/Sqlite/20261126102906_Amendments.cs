using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastQuestion",
                table: "Rounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "AmendmentNo",
                table: "RoundItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Amendments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: true),
                    Was = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Becomes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsHeldMaterial = table.Column<bool>(type: "INTEGER", nullable: false),
                    NewDeadline = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    BegunById = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    SentForApprovalById = table.Column<long>(type: "INTEGER", nullable: true),
                    SentForApprovalAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ApproverId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnComment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PublishedById = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    MovedFrom = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    MovedTo = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Amendments", x => x.Id);
                    table.CheckConstraint("CK_Amendments_Reason_Length", "length(\"Reason\") <= 1000");
                    table.CheckConstraint("CK_Amendments_ReturnComment_Length", "length(\"ReturnComment\") <= 1000");
                    table.CheckConstraint("CK_Amendments_State_Length", "length(\"State\") <= 32");
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
