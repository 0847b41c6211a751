using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "Notifications",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstTriedAt",
                table: "MailDeliveries",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Bounces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClearedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bounces", x => x.Id);
                    table.CheckConstraint("CK_Bounces_NormalizedEmail_Length", "length(\"NormalizedEmail\") <= 254");
                    table.CheckConstraint("CK_Bounces_Words_Length", "length(\"Words\") <= 400");
                    table.ForeignKey(
                        name: "FK_Bounces_MailDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "MailDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailGate",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PausedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PausedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailGate", x => x.Id);
                    table.CheckConstraint("CK_MailGate_Reason_Length", "length(\"Reason\") <= 400");
                });

            migrationBuilder.CreateTable(
                name: "MailHosts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    Minute = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailHosts", x => x.Id);
                    table.CheckConstraint("CK_MailHosts_Host_Length", "length(\"Host\") <= 253");
                });

            migrationBuilder.CreateTable(
                name: "NoticePreferences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticePreferences", x => x.Id);
                    table.CheckConstraint("CK_NoticePreferences_Topic_Length", "length(\"Topic\") <= 32");
                    table.CheckConstraint("CK_NoticePreferences_Way_Length", "length(\"Way\") <= 32");
                    table.ForeignKey(
                        name: "FK_NoticePreferences_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "MailGate",
                columns: new[] { "Id", "PausedAt", "PausedById", "Reason", "Revision" },
                values: new object[] { -1L, null, null, null, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Digest",
                table: "Notifications",
                column: "Digest");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Notifications_Digest_Length",
                table: "Notifications",
                sql: "length(\"Digest\") <= 32");

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_AwaitsDigest",
                table: "MailDeliveries",
                columns: new[] { "State", "AddresseeId" },
                filter: "\"State\" = 'AwaitsDigest'");

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_QueuedAt",
                table: "MailDeliveries",
                column: "QueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bounces_DeliveryId",
                table: "Bounces",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_Bounces_NormalizedEmail",
                table: "Bounces",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_MailHosts_Host",
                table: "MailHosts",
                column: "Host",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticePreferences_AccountId_Topic",
                table: "NoticePreferences",
                columns: new[] { "AccountId", "Topic" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bounces");

            migrationBuilder.DropTable(
                name: "MailGate");

            migrationBuilder.DropTable(
                name: "MailHosts");

            migrationBuilder.DropTable(
                name: "NoticePreferences");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Digest",
                table: "Notifications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Notifications_Digest_Length",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_MailDeliveries_AwaitsDigest",
                table: "MailDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_MailDeliveries_QueuedAt",
                table: "MailDeliveries");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "FirstTriedAt",
                table: "MailDeliveries");
        }
    }
}
