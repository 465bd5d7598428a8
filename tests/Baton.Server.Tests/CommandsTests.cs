using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Baton.Server.Tests;

/// <summary>The program as a shell starts it.</summary>
public sealed class CommandsTests
{
    [Theory]
    [InlineData("srve", "srve")]
    [InlineData("migrate extra", "extra")]
    [InlineData("ledger verfy", "verfy")]
    [InlineData("ledger verify extra", "extra")]
    [InlineData("--url=http://localhost:1 srve", "srve")]
    public async Task What_the_program_does_not_know_ends_it_with_one_line(string arguments, string word)
    {
        var (code, _, error) = await Baton(arguments);

        Assert.Equal(1, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"baton knows no \"{word}\".", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor --data=/nowhere/from-the-command-line", "/nowhere/from-the-command-line")]
    [InlineData("doctor --data /nowhere/from-the-command-line", "/nowhere/from-the-command-line")]
    [InlineData("doctor", "/nowhere/from-the-environment")]
    public async Task The_command_line_wins_over_the_environment(string arguments, string folder)
    {
        var (_, output, _) = await Baton(arguments, ("BATON_DATA", "/nowhere/from-the-environment"));

        Assert.Contains($"{folder} is not there", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_work_is_named()
    {
        var (code, _, error) = await Baton("doctor --database=nonsense");

        Assert.Equal(2, code);
        Assert.Contains("BATON_DATABASE", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BATON_MAXUPLOADMEGABYTES", "lots")]
    [InlineData("BATON_MAXUPLOADMEGABYTES", "0")]
    [InlineData("BATON_LIMITS__BURST", "")]
    [InlineData("BATON_SMTP__TLS", "perhaps")]
    [InlineData("BATON_MIGRATE", "1")]
    [InlineData("BATON_URL", "nowhere")]
    [InlineData("BATON_URL", "http://localhost:5080/team")]
    [InlineData("BATON_URL", "ftp://localhost")]
    [InlineData("BATON_LISTEN", "over there")]
    [InlineData("BATON_LISTEN", "http://127.0.0.1:5080/team")]
    [InlineData("BATON_DATABASE", "Host=localhost;Prot=5432")]
    [InlineData("BATON_DATABASE", "Host=localhost;Port=many")]
    [InlineData("BATON_TELEMETRY", "nonsense")]
    public async Task A_setting_of_the_wrong_form_is_named_in_one_line(string name, string value)
    {
        var (code, _, error) = await Baton("serve", (name, value));

        Assert.Equal(2, code);
        Assert.StartsWith(name, OnlyLine(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor --ulr=http://localhost:5080", "BATON_ULR")]
    [InlineData("doctor --limits:brust=5", "BATON_LIMITS__BRUST")]
    public async Task What_is_no_setting_is_warned_of(string arguments, string name)
    {
        var (_, _, error) = await Baton($"{arguments} --data=/nowhere --Logging:LogLevel:Default=Error",
            ("BATON_LISTEM", "http://localhost"));

        Assert.Equal(new[] { "BATON_LISTEM", name }.Order(),
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[4]).Order());
    }

    [Fact]
    public async Task A_taken_port_an_absent_database_and_a_folder_that_cannot_be_are_one_line_each()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var data = Directory.CreateTempSubdirectory("baton-test-").FullName;

        Assert.StartsWith("BATON_LISTEN", await Refusal($"serve --url=http://127.0.0.1:{port} --data={data}"),
            StringComparison.Ordinal);
        Assert.StartsWith("BATON_LISTEN", await Refusal($"serve --url=http://localhost:{port} --data={data}"),
            StringComparison.Ordinal);
        Assert.StartsWith("BATON_DATABASE",
            await Refusal($"serve --database=Host=127.0.0.1;Port=1;Username=baton --data={data}"),
            StringComparison.Ordinal);
        Assert.StartsWith("BATON_DATABASE", await Refusal("migrate --database=Host=127.0.0.1;Port=1;Username=baton"),
            StringComparison.Ordinal);
        Assert.StartsWith("BATON_DATA", await Refusal("serve --data=/dev/null/baton"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(data, "baton.db"),
            string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        Assert.StartsWith("BATON_DATA", await Refusal($"migrate --data={data}"), StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_migration_that_was_killed_is_done_again()
    {
        var data = Directory.CreateTempSubdirectory("baton-test-").FullName;
        await using (var connection = new SqliteConnection(
            $"Data Source={Path.Combine(data, "baton.db")};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var killed = connection.CreateCommand();
            killed.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 09:00:00+00:00');
                """;
            await killed.ExecuteNonQueryAsync();
        }

        var (code, output, _) = await Baton($"migrate --data={data}");

        Assert.Equal((0, "The database is up to date."), (code, output.Trim()));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_ledger_is_verified_by_a_command_of_its_own()
    {
        var data = Directory.CreateTempSubdirectory("baton-test-").FullName;
        await Baton($"migrate --data={data}");

        var (code, output, _) = await Baton($"ledger verify --data={data}");

        Assert.Equal((0, "0 ledgers with 0 entries and 0 daily roots verify."), (code, output.Trim()));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_folder_has_one_program_at_a_time()
    {
        var data = Directory.CreateTempSubdirectory("baton-test-").FullName;
        using (await DataFolder.Hold(new BatonSettings { Data = data }, CancellationToken.None))
        {
            Assert.Equal($"BATON_DATA: another Baton is running on {data}. End it first.",
                await Refusal($"migrate --data={data}"));
        }

        var (code, _, _) = await Baton($"migrate --data={data}");
        Assert.Equal(0, code);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_migration_that_fails_by_our_fault_shows_where()
    {
        var data = Directory.CreateTempSubdirectory("baton-test-").FullName;
        await using (var connection = new SqliteConnection(
            $"Data Source={Path.Combine(data, "baton.db")};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var occupying = connection.CreateCommand();
            occupying.CommandText = "CREATE TABLE people (name)";
            await occupying.ExecuteNonQueryAsync();
        }

        var (code, _, error) = await Baton($"migrate --data={data}");

        Assert.NotEqual(0, code);
        Assert.Contains("people", error, StringComparison.Ordinal);
        Assert.Contains("   at Baton.Server.Data.Schema.Apply", error, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.UndefinedColumn, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, true)]
    [InlineData(PostgresErrorCodes.InvalidPassword, true)]
    [InlineData(PostgresErrorCodes.InvalidCatalogName, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    public void Of_what_PostgreSQL_refuses_only_what_can_be_mended_outside_is_one_line(string state, bool isLine) =>
        Assert.Equal(isLine,
            StartFailure.SentenceFor(new PostgresException("Refused", "ERROR", "ERROR", state)) is not null);

    [Fact]
    public async Task A_short_switch_is_refused_in_one_line() =>
        Assert.Contains("--url=", await Refusal("doctor -u=http://localhost:5080"), StringComparison.Ordinal);

    /// <summary>What the program says when it cannot start: one line, and no stack on either side.</summary>
    private static async Task<string> Refusal(string arguments)
    {
        var (code, output, error) = await Baton(arguments);

        Assert.Equal(2, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        return OnlyLine(error);
    }

    private static string OnlyLine(string text) =>
        Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(int Code, string Output, string Error)> Baton(
        string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "baton"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(
            name => name.StartsWith("BATON_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
