using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Channels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "digest_off",
                table: "people",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "batch_id",
                table: "addressees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "channel_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    planned_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    joined_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_channel_attempts_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_channel_attempts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_channel_attempts_batch_id",
                table: "channel_attempts",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_channel_attempts_joined_id",
                table: "channel_attempts",
                column: "joined_id",
                filter: "joined_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_channel_attempts_person_id_planned_at",
                table: "channel_attempts",
                columns: new[] { "person_id", "planned_at" });

            migrationBuilder.CreateIndex(
                name: "ix_channel_attempts_sent_at",
                table: "channel_attempts",
                column: "sent_at",
                filter: "sent_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channel_attempts");

            migrationBuilder.DropColumn(
                name: "digest_off",
                table: "people");

            migrationBuilder.DropColumn(
                name: "batch_id",
                table: "addressees");
        }
    }
}
