using Microsoft.Data.Sqlite;

namespace Baton.Server.Data;

/// <summary>The database file: its two ways of being opened and its upkeep.</summary>
public sealed class SqliteFile(string connectionString)
{
    /// <summary>What requests open: they read, and only the write gate writes.</summary>
    public string ForReading { get; } = new SqliteConnectionStringBuilder(connectionString)
    {
        Mode = SqliteOpenMode.ReadOnly,
        ForeignKeys = true,
    }.ConnectionString;

    /// <summary>What migrations and the write gate open.</summary>
    public string ForWritingString { get; } = new SqliteConnectionStringBuilder(connectionString)
    {
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        Pooling = false,
    }.ConnectionString;

    /// <summary>FULL: an acknowledged write survives a loss of power, not only of the process.</summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(ForWritingString);
        connection.Open();
        Execute(connection, """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA busy_timeout = 5000;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA cache_size = -16000;
            PRAGMA temp_store = MEMORY;
            """);
        return connection;
    }

    /// <summary>
    /// With overlapping readers the WAL grows without end unless somebody truncates it (seen: 460 MB).
    /// </summary>
    public void Checkpoint()
    {
        using var connection = new SqliteConnection(ForWritingString);
        connection.Open();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>
    /// Closes what this process holds open, so that a stopped server leaves one file and no log beside it.
    /// </summary>
    public void Rest()
    {
        using (var reader = new SqliteConnection(ForReading))
        {
            SqliteConnection.ClearPool(reader);
            if (File.Exists(reader.DataSource))
            {
                Checkpoint();
            }
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
