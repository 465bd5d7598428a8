using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>
/// Runs due jobs. Several nodes may run one each: a lease says whose a job is, and a job whose node died is taken up
/// again when the lease ends. A failing one is retried with growing pauses and at last rests in the dead-letter list.
/// </summary>
public sealed partial class JobRunner(
    IServiceScopeFactory scopes,
    Commits commits,
    IEnumerable<JobKind> kinds,
    TimeProvider clock,
    ILogger<JobRunner> log)
{
    private const int AtOnce = 20;

    private const string Claiming = """
        UPDATE jobs SET leased_by = {0}, leased_until = {1}, attempts = attempts + 1
        WHERE id IN (
            SELECT id FROM jobs WHERE dead_at IS NULL AND due <= {2} AND (leased_until IS NULL OR leased_until < {2})
        """;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);
    private readonly string[] _outside = [.. kinds.Where(k => k.Outside).Select(k => k.Name)];
    private readonly string _node = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Makes the jobs that nothing else causes, the daily ones and those of a start; due at once.</summary>
    public async Task ScheduleOwn(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        foreach (var kind in _kinds.Values.Where(k => k.Daily || k.AtStart))
        {
            if (!await db.Jobs.AnyAsync(j => j.Kind == kind.Name, cancel))
            {
                db.Jobs.Add(Job.Own(kind.Name, clock.UtcNow()));
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Runs everything that is due, and what that makes due; returns how many ran.</summary>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        var ran = 0;
        while (await RunInside(cancel) + await RunOutside(cancel) is > 0 and var more)
        {
            ran += more;
        }

        return ran;
    }

    /// <summary>Of these, those that wait for nobody, one after the other.</summary>
    internal async Task<int> RunInside(CancellationToken cancel)
    {
        var ran = 0;
        while (await Claim(outside: false, cancel) is { Count: > 0 } claimed)
        {
            foreach (var job in claimed)
            {
                await Run(job, cancel);
                ran++;
            }
        }

        return ran;
    }

    /// <summary>
    /// Of these, those that wait for servers elsewhere: at once, so that the slowest of them ends within their leases.
    /// </summary>
    internal async Task<int> RunOutside(CancellationToken cancel)
    {
        var ran = 0;
        while (_outside.Length > 0 && await Claim(outside: true, cancel) is { Count: > 0 } claimed)
        {
            await Task.WhenAll(claimed.Select(job => Run(job, cancel)));
            ran += claimed.Count;
        }

        return ran;
    }

    private async Task<List<Job>> Claim(bool outside, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        var now = clock.UtcNow();
        // Looking costs a read; only what is there costs a write.
        if (!await db.Jobs.AnyAsync(
            j => j.DeadAt == null && j.Due <= now && (j.LeasedUntil == null || j.LeasedUntil < now)
                && _outside.Contains(j.Kind) == outside, cancel))
        {
            return [];
        }

        var until = now + Lease;
        var sql = Claiming
            // Names of ours, which need no quoting; an empty one, for there may be none.
            + $" AND kind {(outside ? "IN" : "NOT IN")} ({string.Join(", ", ["''", .. _outside.Select(k => $"'{k}'")])})"
            + " ORDER BY due LIMIT {3}" + (db is PostgresBatonDb ? " FOR UPDATE SKIP LOCKED" : "") + ") RETURNING *";
        return await commits.Run(
            db,
            inside => inside.Jobs.FromSqlRaw(sql, _node, until, now, AtOnce)
                .AsNoTracking().ToListAsync(CancellationToken.None), cancel);
    }

    private async Task Run(Job job, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = _kinds.TryGetValue(job.Kind, out var kind)
                ? (IJob)scope.ServiceProvider.GetRequiredService(kind.Handler)
                : throw new InvalidOperationException($"Nobody handles jobs of the kind {job.Kind}.");
            await handler.Run(job.Payload, cancel);
            await Change(job, (db, row) => End(db, row, kind));
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            JobFailed(failed, job.Kind, job.Id, job.Attempts);
            await Change(job, (_, row) => Fail(row, $"{failed.GetType().Name}: {failed.Message}"));
        }
    }

    private void End(BatonDb db, Job row, JobKind kind)
    {
        if (kind.Daily)
        {
            row.Repeat(clock.UtcNow());
        }
        else
        {
            db.Jobs.Remove(row);
        }
    }

    // A daily one never rests: tomorrow what hindered it may be gone.
    private void Fail(Job row, string error)
    {
        row.Fail(error, clock.UtcNow());
        if (row.DeadAt is not null && _kinds.TryGetValue(row.Kind, out var kind) && kind.Daily)
        {
            row.Repeat(clock.UtcNow());
        }
    }

    private async Task Change(Job job, Action<BatonDb, Job> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        // Another node may have taken it up meanwhile, if this one slept through its lease.
        if (await db.Jobs.FirstOrDefaultAsync(j => j.Id == job.Id && j.LeasedBy == _node) is { } row)
        {
            change(db, row);
            await db.SaveChangesAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Id} failed at attempt {Attempt}.")]
    private partial void JobFailed(Exception failed, string kind, Guid id, int attempt);
}
