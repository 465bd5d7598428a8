using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Baton.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Asks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_asks",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "informs",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    emitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    asks = table.Column<int>(type: "INTEGER", nullable: false),
                    knows = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "envelopes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    space_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    began_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    place_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sender_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    urgency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    respond_in = table.Column<int>(type: "INTEGER", nullable: true),
                    respond_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    one_of = table.Column<bool>(type: "INTEGER", nullable: false),
                    taken_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    effort = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    if_silent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_envelopes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "addressees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    why_of_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    respond_by = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lapse_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deliver_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    planned_for = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    commit_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delegated_to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    snoozed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    addressed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_addressees", x => x.id);
                    table.ForeignKey(
                        name: "fk_addressees_envelopes_post_id",
                        column: x => x.post_id,
                        principalTable: "envelopes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_addressees_by_id_addressed_at_id",
                table: "addressees",
                columns: new[] { "by_id", "addressed_at", "id" },
                filter: "closed_at IS NULL AND lapse_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_addressees_person_id_addressed_at_id",
                table: "addressees",
                columns: new[] { "person_id", "addressed_at", "id" },
                filter: "closed_at IS NULL AND lapse_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_addressees_person_id_deliver_at",
                table: "addressees",
                columns: new[] { "person_id", "deliver_at" },
                filter: "deliver_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_addressees_person_id_lapse_at_id",
                table: "addressees",
                columns: new[] { "person_id", "lapse_at", "id" },
                filter: "closed_at IS NULL AND lapse_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_addressees_post_id",
                table: "addressees",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_addressees_post_id_person_id",
                table: "addressees",
                columns: new[] { "post_id", "person_id" },
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_batches_emitted_at",
                table: "batches",
                column: "emitted_at");

            migrationBuilder.CreateIndex(
                name: "ix_batches_person_id_emitted_at",
                table: "batches",
                columns: new[] { "person_id", "emitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_envelopes_place_id",
                table: "envelopes",
                column: "place_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "addressees");

            migrationBuilder.DropTable(
                name: "batches");

            migrationBuilder.DropTable(
                name: "envelopes");

            migrationBuilder.DropColumn(
                name: "has_asks",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "informs",
                table: "messages");
        }
    }
}
