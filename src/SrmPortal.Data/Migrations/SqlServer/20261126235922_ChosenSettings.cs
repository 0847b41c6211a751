using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ChosenSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChosenSettings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChosenSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChosenSettingValues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ChosenSettingsId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChosenSettingValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChosenSettingValues_ChosenSettings_ChosenSettingsId",
                        column: x => x.ChosenSettingsId,
                        principalTable: "ChosenSettings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "ChosenSettings",
                columns: new[] { "Id", "Revision" },
                values: new object[] { -1L, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_ChosenSettingValues_ChosenSettingsId_Name",
                table: "ChosenSettingValues",
                columns: new[] { "ChosenSettingsId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChosenSettingValues");

            migrationBuilder.DropTable(
                name: "ChosenSettings");
        }
    }
}
