using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Baton.Bench;

/// <summary>
/// More people than could join by the API in a reasonable time: each is Ada's own rows under other ids, written into
/// the server's database. What is measured then goes through the API and the jobs like anything else.
/// </summary>
public sealed class Crowd : IDisposable
{
    private readonly SqliteConnection _database;

    public Crowd(BatonServer server)
    {
        _database = new SqliteConnection($"Data Source={server.DatabaseFile};Pooling=False");
        _database.Open();
        Run("PRAGMA busy_timeout = 10000");
    }

    /// <summary>Has them sit in a space, each with a personal space of their own.</summary>
    public void Join(int people, string spaceId)
    {
        var ada = Text("SELECT id FROM people ORDER BY created_at LIMIT 1");
        var space = spaceId.ToUpperInvariant();
        Run("BEGIN");
        Run($"CREATE TEMP TABLE person AS SELECT * FROM people WHERE id = '{ada}'");
        Run($"CREATE TEMP TABLE seat AS SELECT * FROM memberships WHERE person_id = '{ada}' AND space_id = '{space}'");
        Run("CREATE TEMP TABLE stream AS SELECT * FROM space_streams LIMIT 1");
        Run("UPDATE seat SET role = 'Member'");
        for (var number = 1; number <= people; number++)
        {
            var (id, personal) = (Id(), Id());
            Run($"UPDATE person SET id = '{id}', personal_space_id = '{personal}', user_name = '{id}', normalized_user_name = '{id}', email = 'b{number}@bench.test', normalized_email = NULL, workspace_role = 'Member'");
            Run($"UPDATE seat SET person_id = '{id}'");
            Run($"UPDATE stream SET space_id = '{personal}', version = 0, last_number = 0, expired_version = 0");
            Run("INSERT INTO people SELECT * FROM person");
            Run("INSERT INTO memberships SELECT * FROM seat");
            Run("INSERT INTO space_streams SELECT * FROM stream");
        }

        Run("DROP TABLE person");
        Run("DROP TABLE seat");
        Run("DROP TABLE stream");
        Run("COMMIT");
    }

    public void Run(string sql)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public string Text(string sql) => Convert.ToString(Scalar(sql), CultureInfo.InvariantCulture)!;

    public long Number(string sql) => Convert.ToInt64(Scalar(sql), CultureInfo.InvariantCulture);

    public IReadOnlyList<DateTime> Times(string sql)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var times = new List<DateTime>();
        while (reader.Read())
        {
            times.Add(reader.GetDateTime(0));
        }

        return times;
    }

    public void Dispose() => _database.Dispose();

    // As the server writes ids.
    private static string Id() => Guid.CreateVersion7().ToString().ToUpperInvariant();

    private object? Scalar(string sql)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
