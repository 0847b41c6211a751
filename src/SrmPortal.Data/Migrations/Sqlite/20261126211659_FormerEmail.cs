using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormerEmail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerEmail",
                table: "Accounts",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_Accounts_FormerEmail_Length",
                table: "Accounts",
                sql: "length(\"FormerEmail\") <= 254");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Accounts_FormerEmail_Length",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "FormerEmail",
                table: "Accounts");
        }
    }
}
