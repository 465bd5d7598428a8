using Baton.Server.Data;
using Microsoft.Data.Sqlite;

namespace Baton.Server.Tests.Data;

/// <summary>What <c>baton doctor</c> finds, each on an installation that was well before.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task A_new_installation_is_well()
    {
        var (code, report) = await Examine("");

        Assert.Equal(0, code);
        Assert.EndsWith("Everything is well.", report.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the database file is sound",
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'ix_messages_quote_id'")]
    [InlineData("every stream is without gaps",
        "INSERT INTO space_streams (space_id, version, expired_version, last_number) VALUES ('0193b2a1-0000-7000-8000-000000000001', 1, 0, 0)")]
    [InlineData("no job has given up",
        "INSERT INTO jobs (id, kind, payload, due, attempts, dead_at, last_error) VALUES ('0193b2a1-0000-7000-8000-000000000001', 'Ring', '{}', '2026-11-23 09:00:00', 8, '2026-11-23 10:00:00', 'no clapper')")]
    [InlineData("the database answers and fits this build",
        "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT MAX(MigrationId) FROM __EFMigrationsHistory)")]
    public async Task A_fault_is_named_with_what_to_do(string what, string harm)
    {
        var (code, report) = await Examine(harm);

        Assert.Equal(1, code);
        var fault = Assert.Single(report.Split('\n'), line => line.StartsWith("FAULT", StringComparison.Ordinal));
        Assert.StartsWith($"FAULT  {what}: ", fault, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Report)> Examine(string harm)
    {
        var folder = Directory.CreateTempSubdirectory("baton-test-").FullName;
        try
        {
            await using var app = BatonServer.Build(["--applicationName=baton", $"--data={folder}"], quiet: true);
            await Schema.Apply(app.Services);
            await Harm(Path.Combine(folder, "baton.db"), harm);
            var report = new StringWriter();
            var code = await Doctor.Examine(app.Services, report, CancellationToken.None);
            return (code, report.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Harm(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Each is written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
