using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Data;

/// <summary>Examines an installation: <c>baton doctor</c>. Reads only.</summary>
public static class Doctor
{
    private static readonly Examination[] Examinations =
    [
        new("the data folder can be written", Folder),
        new("the database answers and fits this build", Model),
        new("the database file is sound", Integrity),
        new("every stream is without gaps", Streams),
        new("no job has given up", DeadJobs),
    ];

    public static async Task<int> Examine(IServiceProvider services, TextWriter report, CancellationToken cancel)
    {
        var faults = 0;
        foreach (var examination in Examinations)
        {
            await using var scope = services.CreateAsyncScope();
            var fault = await Look(examination, scope.ServiceProvider, cancel);
            faults += fault is null ? 0 : 1;
            await report.WriteLineAsync(fault is null
                ? $"well   {examination.What}"
                : $"FAULT  {examination.What}: {fault}");
        }

        await report.WriteLineAsync(faults == 0 ? "Everything is well." : $"{faults} to mend.");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<string?> Look(
        Examination examination, IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            return await examination.Look(services, cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            return failed.Message;
        }
    }

    private static Task<string?> Folder(IServiceProvider services, CancellationToken cancel)
    {
        var folder = services.GetRequiredService<IOptions<BatonSettings>>().Value.Data;
        if (!Directory.Exists(folder))
        {
            return Task.FromResult<string?>(
                $"{Path.GetFullPath(folder)} is not there. Run baton migrate, or set BATON_DATA.");
        }

        DataFolder.Probe(folder);
        return Task.FromResult<string?>(null);
    }

    private static async Task<string?> Model(IServiceProvider services, CancellationToken cancel)
    {
        var pending = await services.GetRequiredService<BatonDb>().Database.GetPendingMigrationsAsync(cancel);
        return pending.Any() ? "it is older than this build. Run baton migrate." : null;
    }

    private static async Task<string?> Integrity(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<BatonDb>();
        if (!db.Database.IsSqlite())
        {
            return null;
        }

        var found = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check")
            .ToListAsync(cancel);
        return found is ["ok"] ? null : $"{string.Join("; ", found)}. Restore the last backup.";
    }

    private static async Task<string?> Streams(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<BatonDb>();
        var broken = await db.Streams.CountAsync(
            s => s.Version - s.ExpiredVersion
                != db.Changes.Count(c => c.SpaceId == s.SpaceId
                    && c.Version > s.ExpiredVersion
                    && c.Version <= s.Version),
            cancel);
        return broken == 0
            ? null
            : $"{broken} spaces have changes missing. Restore the last backup, and report how it came to this.";
    }

    private static async Task<string?> DeadJobs(IServiceProvider services, CancellationToken cancel)
    {
        var dead = await services.GetRequiredService<BatonDb>().Jobs.CountAsync(j => j.DeadAt != null, cancel);
        return dead == 0 ? null : $"{dead} failed for good; their last_error in the table jobs says why.";
    }

    /// <summary>One thing to look at. Answers what is wrong and what to do, or null when all is well.</summary>
    private sealed record Examination(string What, Func<IServiceProvider, CancellationToken, Task<string?>> Look);
}
