using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Attention.Ledger;

/// <summary>Acts recorded without the posts that cause them, and harm done to what was recorded.</summary>
internal static class RecordedActs
{
    public static LedgerAct Addressed(Guid person) => new(person, Guid.CreateVersion7(), Act.Addressed,
        AddresseeState.Queued, ById: null, Due: null, ContentHash.Of([1], "Sign the lease?"));

    public static Task<int> Record(this TestApp app, params IEnumerable<LedgerAct> acts) =>
        app.InDb(db => Record(db, acts));

    /// <summary>One new item for each, in this order.</summary>
    public static Task<int> Record(this TestApp app, params IEnumerable<Guid> people) =>
        app.Record(people.Select(Addressed));

    public static Task<int> Record(BatonDb db, params IEnumerable<LedgerAct> acts)
    {
        foreach (var act in acts)
        {
            db.Record(act);
        }

        return db.SaveChangesAsync();
    }

    public static Task<List<LedgerEntry>> EntriesOf(this TestApp app, Guid person) => app.InDb(db =>
        db.LedgerEntries.AsNoTracking().Where(e => e.PersonId == person).OrderBy(e => e.Number).ToListAsync());

    /// <summary>What nobody could do by the API.</summary>
    public static Task<int> Harm(this TestApp app, string sql) => app.InDb(db =>
        app.Services.GetRequiredService<Commits>().Run(
            db, inside => inside.Database.ExecuteSqlRawAsync(sql), CancellationToken.None));

    public static async Task Reconcile(this TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Reconcile>().Run("{}", CancellationToken.None);
    }

    public static async Task RootDays(this TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RootDays>().Run("{}", CancellationToken.None);
    }
}
