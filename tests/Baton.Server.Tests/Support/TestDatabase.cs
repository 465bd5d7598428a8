using Baton.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Baton.Server.Tests.Support;

/// <summary>
/// A database for one test: a copy of a template made once per run. SQLite by default; PostgreSQL when
/// <c>BATON_TEST_DATABASE</c> holds a connection string to a server.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Postgres = Environment.GetEnvironmentVariable("BATON_TEST_DATABASE") ?? "";
    private static readonly Lazy<DirectoryInfo> Run = new(MakeRun);
    private static readonly Lazy<Task<string>> Template = new(Postgres.Length == 0 ? MakeSqlite : MakePostgres);

    private readonly bool _owned;

    private TestDatabase(string folder, string connectionString, bool owned = true)
    {
        Folder = folder;
        ConnectionString = connectionString;
        _owned = owned;
    }

    public static bool IsPostgres => Postgres.Length > 0;

    public string Folder { get; }

    private string Rested => Path.Combine(Folder, "rested.db");

    /// <summary>The <c>BATON_DATABASE</c> setting.</summary>
    public string ConnectionString { get; }

    public static async Task<TestDatabase> Create()
    {
        var template = await Template.Value;
        var folder = NewFolder();
        if (Postgres.Length == 0)
        {
            File.Copy(template, Path.Combine(folder, "baton.db"));
            return new TestDatabase(folder, "");
        }

        var name = $"t{Guid.CreateVersion7():N}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(folder, Named(name));
    }

    /// <summary>A database of its own with what this one held when it was last at rest.</summary>
    public async Task<TestDatabase> Copy()
    {
        var folder = NewFolder();
        if (Postgres.Length == 0)
        {
            File.Copy(Rested, Path.Combine(folder, "baton.db"));
            return new TestDatabase(folder, "");
        }

        var name = $"t{Guid.CreateVersion7():N}";
        await Execute(
            $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(ConnectionString).Database}");
        return new TestDatabase(folder, Named(name));
    }

    /// <summary>Keeps what it holds now, after a server has stopped, for <see cref="Copy"/>.</summary>
    public async Task Rest()
    {
        if (Postgres.Length == 0)
        {
            // Copied by the database itself into a file that nobody has open: a reader that is slow to leave would keep
            // a part of the truth in the log.
            await using (var connection = new SqliteFile($"Data Source={Path.Combine(Folder, "baton.db")}")
                .OpenForWriting())
            {
                await using var copying = connection.CreateCommand();
                copying.CommandText = $"VACUUM INTO '{Rested}'";
                await copying.ExecuteNonQueryAsync();
            }

            await using (new SqliteFile($"Data Source={Rested}").OpenForWriting())
            {
                // Readers rely on its being in WAL mode.
            }
        }
        else
        {
            var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
            await Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        }
    }

    /// <summary>The same database for a second node, which leaves it behind.</summary>
    public TestDatabase Shared() => new(Folder, ConnectionString, owned: false);

    public async ValueTask DisposeAsync()
    {
        if (!_owned)
        {
            return;
        }

        if (ConnectionString.Length == 0)
        {
            SqliteConnection.ClearPool(
                new SqliteConnection(new SqliteFile($"Data Source={Path.Combine(Folder, "baton.db")}").ForReading));
        }
        else
        {
            await Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string NewFolder() => Run.Value.CreateSubdirectory(Guid.CreateVersion7().ToString("N")).FullName;

    /// <summary>
    /// The folder of all databases of this process, which goes with it: the templates serve until the last test.
    /// </summary>
    private static DirectoryInfo MakeRun()
    {
        var run = Directory.CreateTempSubdirectory("baton-test-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                run.Delete(recursive: true);
            }
            catch (IOException)
            {
                // Somebody still writes there; a run that went well must not fail by it.
            }
        };
        return run;
    }

    private static async Task<string> MakeSqlite()
    {
        var path = Path.Combine(NewFolder(), "baton.db");
        var file = new SqliteFile($"Data Source={path}");
        await using (file.OpenForWriting())
        {
            await using var db = new SqliteBatonDb(new DbContextOptionsBuilder<SqliteBatonDb>()
                .UseSqlite(file.ForWritingString).Options);
            await db.Database.EnsureCreatedAsync();
        }

        file.Checkpoint();
        return path;
    }

    private static async Task<string> MakePostgres()
    {
        var name = $"template{Guid.CreateVersion7():N}";
        await using var db = new PostgresBatonDb(new DbContextOptionsBuilder<PostgresBatonDb>()
            .UseNpgsql(Named(name, pooling: false)).Options);
        await db.Database.EnsureCreatedAsync();
        return name;
    }

    // Small pools, closed soon: every test has its own, and the server has a hundred connections for all.
    private static string Named(string database, bool pooling = true) => new NpgsqlConnectionStringBuilder(Postgres)
    {
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 8,
        ConnectionIdleLifetime = 2,
        ConnectionPruningInterval = 1,
    }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Named("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
