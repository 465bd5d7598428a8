using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BreakGlass : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "break_glass_received",
                table: "workspaces",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<int>(
                name: "break_glass_sent",
                table: "workspaces",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "duty",
                table: "spaces",
                type: "TEXT",
                maxLength: 370,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "glass_id",
                table: "batches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "break_glasses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    space_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sender_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    breaks = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    tried_first_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_charged = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    verdict_until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    verdict_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glasses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "glass_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_before = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    received_before = table.Column<int>(type: "INTEGER", nullable: false),
                    received = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_glass_policies", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_break_glasses_at",
                table: "break_glasses",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_break_glasses_person_id_at",
                table: "break_glasses",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_break_glasses_sender_id_at",
                table: "break_glasses",
                columns: new[] { "sender_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_glass_policies_at",
                table: "glass_policies",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "break_glasses");

            migrationBuilder.DropTable(
                name: "glass_policies");

            migrationBuilder.DropColumn(
                name: "break_glass_received",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "break_glass_sent",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "duty",
                table: "spaces");

            migrationBuilder.DropColumn(
                name: "glass_id",
                table: "batches");
        }
    }
}
