using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Audits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "audited_at",
                table: "channel_attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "in_hand_until",
                table: "channel_attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "open_from",
                table: "channel_attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "open_until",
                table: "channel_attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "audited_at",
                table: "batches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_channel_attempts_person_id",
                table: "channel_attempts",
                column: "person_id",
                filter: "sent_at IS NOT NULL AND audited_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_batches_person_id",
                table: "batches",
                column: "person_id",
                filter: "audited_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_channel_attempts_person_id",
                table: "channel_attempts");

            migrationBuilder.DropIndex(
                name: "ix_batches_person_id",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "audited_at",
                table: "channel_attempts");

            migrationBuilder.DropColumn(
                name: "in_hand_until",
                table: "channel_attempts");

            migrationBuilder.DropColumn(
                name: "open_from",
                table: "channel_attempts");

            migrationBuilder.DropColumn(
                name: "open_until",
                table: "channel_attempts");

            migrationBuilder.DropColumn(
                name: "audited_at",
                table: "batches");
        }
    }
}
