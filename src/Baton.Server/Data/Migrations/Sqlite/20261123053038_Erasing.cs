using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Erasing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_changes_space_id_item_id_version",
                table: "changes");

            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                table: "messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_deleted_at",
                table: "messages",
                column: "deleted_at",
                filter: "deleted_at IS NOT NULL AND erased_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_quote_id",
                table: "messages",
                column: "quote_id",
                filter: "quote_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_changes_item_id_space_id_version",
                table: "changes",
                columns: new[] { "item_id", "space_id", "version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_deleted_at",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_quote_id",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_changes_item_id_space_id_version",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "messages");

            migrationBuilder.CreateIndex(
                name: "ix_changes_space_id_item_id_version",
                table: "changes",
                columns: new[] { "space_id", "item_id", "version" });
        }
    }
}
