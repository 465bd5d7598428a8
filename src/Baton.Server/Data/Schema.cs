using Baton.Server.Kernel.Text;
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
            await ForgetBrokenOff(db, cancel);
            await db.Database.MigrateAsync(cancel);
        }

        if (await db.Tasks.AnyAsync(t => t.FoldedTitle == "", cancel))
        {
            // In one transaction: else each title would wait for the disk.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await FoldTitles(db, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>
    /// On SQLite the lock of Entity Framework is a row, which a migration that was killed leaves behind, and the next
    /// waits for it without end. Whoever comes here holds the data folder, so nobody else is migrating.
    /// </summary>
    private static async Task ForgetBrokenOff(BatonDb db, CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        }
    }

    /// <summary>
    /// Tasks from before their titles were folded. The databases fold letters each in their own way, so no migration
    /// can.
    /// </summary>
    internal static async Task<int> FoldTitles(BatonDb db, CancellationToken cancel)
    {
        var unfolded = await db.Tasks.Where(t => t.FoldedTitle == "")
            .Select(t => new { t.Id, t.Title }).ToListAsync(cancel);
        foreach (var task in unfolded)
        {
            var folded = Folded.Of(task.Title);
            await db.Tasks.Where(t => t.Id == task.Id && t.Title == task.Title)
                .ExecuteUpdateAsync(t => t.SetProperty(p => p.FoldedTitle, folded), cancel);
        }

        return unfolded.Count;
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
