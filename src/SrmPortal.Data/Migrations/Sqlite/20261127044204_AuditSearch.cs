using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Protocols_AuditHead_Length",
                table: "Protocols",
                sql: "length(\"AuditHead\") <= 64");

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
            migrationBuilder.DropCheckConstraint(
                name: "CK_Protocols_AuditHead_Length",
                table: "Protocols");

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
