using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Running : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Clarifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PublicText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AnsweredById = table.Column<long>(type: "INTEGER", nullable: true),
                    IsForEverybody = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clarifications", x => x.Id);
                    table.CheckConstraint("CK_Clarifications_Answer_Length", "length(\"Answer\") <= 4000");
                    table.CheckConstraint("CK_Clarifications_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_Clarifications_PublicText_Length", "length(\"PublicText\") <= 4000");
                    table.CheckConstraint("CK_Clarifications_Text_Length", "length(\"Text\") <= 4000");
                    table.ForeignKey(
                        name: "FK_Clarifications_Accounts_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clarifications_Accounts_AskedById",
                        column: x => x.AskedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clarifications_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clarifications_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Deadline_From = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Deadline_To = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundChanges", x => x.Id);
                    table.CheckConstraint("CK_RoundChanges_Reason_Length", "length(\"Reason\") <= 1000");
                    table.ForeignKey(
                        name: "FK_RoundChanges_Accounts_ById",
                        column: x => x.ById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundChanges_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_AnsweredById",
                table: "Clarifications",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_AskedById",
                table: "Clarifications",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_RoundId_AnsweredAt",
                table: "Clarifications",
                columns: new[] { "RoundId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Clarifications_SupplierId_RoundId",
                table: "Clarifications",
                columns: new[] { "SupplierId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundChanges_ById",
                table: "RoundChanges",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_RoundChanges_RoundId_At",
                table: "RoundChanges",
                columns: new[] { "RoundId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Clarifications");

            migrationBuilder.DropTable(
                name: "RoundChanges");
        }
    }
}
