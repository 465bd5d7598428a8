using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Data;

/// <summary>Brings the database to the model of this build, before the first request.</summary>
public static class Schema
{
    public static async Task Apply(IServiceProvider services, CancellationToken cancel = default)
    {
        var settings = services.GetRequiredService<IOptions<BatonSettings>>().Value;
        await using BatonDb db = settings.SqlitePath is { } path ? Sqlite(path, services) : Postgres(settings.Database);
        // Migrating takes a lock in the database even when there is nothing to do, which would write.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
        }
    }

    private static SqliteBatonDb Sqlite(string path, IServiceProvider services)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = services.GetRequiredService<SqliteFile>();
        using (file.OpenForWriting())
        {
            // Opening creates the file in WAL mode, which readers rely on.
        }

        return new SqliteBatonDb(new DbContextOptionsBuilder<SqliteBatonDb>().UseSqlite(file.ForWritingString).Options);
    }

    private static PostgresBatonDb Postgres(string database) =>
        new(new DbContextOptionsBuilder<PostgresBatonDb>().UseNpgsql(database).Options);
}
