using System.Net;
using Baton.Server.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Baton.Server.Tests.Data;

public sealed class FullDiskTests
{
    [Fact]
    public async Task Whoever_writes_on_a_full_disk_is_told_so_and_may_write_again_when_there_is_room()
    {
        await using var app = await Overtaking.Start();
        Exception[] failures =
        [
            new SqliteException("SQLite Error 13: 'database or disk is full'.", 13),
            new DbUpdateException("Not saved.",
                new SqliteException("SQLite Error 13: 'database or disk is full'.", 13)),
            new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull),
            new IOException("No space left on device", 28),
        ];

        foreach (var full in failures)
        {
            await Overtaking.Fail(app, () => app.Ben.Say(app.Launch), full).Refused(507, "no-room");
        }

        await app.Ben.Say(app.Launch).Body();
    }

    [Fact]
    public async Task Any_other_failure_of_the_disk_is_ours_to_look_at()
    {
        await using var app = await Overtaking.Start();

        var answer = await Overtaking.Fail(app, () => app.Ben.Say(app.Launch),
            new IOException("Input/output error", 5));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }
}
