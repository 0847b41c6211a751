using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AuditSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AuditHead",
                table: "Protocols",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ActingFor_Id",
                table: "Audit",
                columns: new[] { "ActingFor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Action_Id",
                table: "Audit",
                columns: new[] { "Action", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_Id",
                table: "Audit",
                columns: new[] { "Subject", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Audit_ActingFor_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Action_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Subject_Id",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "AuditHead",
                table: "Protocols");
        }
    }
}
