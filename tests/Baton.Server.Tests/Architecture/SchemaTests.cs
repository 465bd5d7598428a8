using System.Text.RegularExpressions;
using Baton.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Architecture;

public sealed partial class SchemaTests
{
    private static readonly SqliteBatonDb Sqlite = new(new DbContextOptionsBuilder<SqliteBatonDb>()
        .UseSqlite("Data Source=:memory:").Options);
    private static readonly PostgresBatonDb Postgres = new(new DbContextOptionsBuilder<PostgresBatonDb>()
        .UseNpgsql("Host=nowhere").Options);

    [Fact]
    public void No_migration_is_missing_for_SQLite() => Assert.False(Sqlite.Database.HasPendingModelChanges());

    [Fact]
    public void No_migration_is_missing_for_PostgreSQL() => Assert.False(Postgres.Database.HasPendingModelChanges());

    /// <summary>Rule 10: no surveillance, because the data does not exist.</summary>
    [Fact]
    public void Nothing_records_presence_reading_or_typing()
    {
        var columns = Sqlite.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.Name}"));

        Assert.DoesNotContain(columns, c => Watching().IsMatch(c));
    }

    [GeneratedRegex("(last_?(seen|active|login|used|read)|online|presence|typing|read_?(at|mark|receipt|by)|seen_?(at|by)|opened_?by_?me)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Watching();
}
