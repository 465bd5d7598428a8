using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SentAsksEnded : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_addressees_by_id_closed_at_id",
                table: "addressees",
                columns: new[] { "by_id", "closed_at", "id" },
                filter: "closed_at IS NOT NULL AND lapse_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_addressees_by_id_closed_at_id",
                table: "addressees");
        }
    }
}
