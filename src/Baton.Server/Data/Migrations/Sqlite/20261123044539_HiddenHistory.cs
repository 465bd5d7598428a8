using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HiddenHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "opened_at",
                table: "topics",
                newName: "began_at");

            migrationBuilder.AddColumn<DateTime>(
                name: "began_at",
                table: "tasks",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "began_at",
                table: "messages",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "began_at",
                table: "changes",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "began_at",
                table: "attachments",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            // What is there began when it was made, as it was held until now.
            migrationBuilder.Sql("UPDATE tasks SET began_at = created_at");
            migrationBuilder.Sql("UPDATE messages SET began_at = posted_at");
            migrationBuilder.Sql("UPDATE attachments SET began_at = COALESCE(attached_at, uploaded_at)");
            migrationBuilder.Sql("UPDATE changes SET began_at = at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "began_at",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "began_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "began_at",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "began_at",
                table: "attachments");

            migrationBuilder.RenameColumn(
                name: "began_at",
                table: "topics",
                newName: "opened_at");
        }
    }
}
