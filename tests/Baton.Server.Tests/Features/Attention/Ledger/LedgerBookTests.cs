using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Ledger;

public sealed class LedgerBookTests
{
    private const string Elsewhere = "0193b2a1-0000-7000-8000-000000000001";

    [Fact]
    public async Task Whoever_writes_at_the_same_time_leaves_whole_chains()
    {
        await using var app = await TestApp.Start();
        var people = Enumerable.Range(0, 9).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                var some = new Random((writer * 5) + turn).GetItems(people, 6);
                await app.Record(some.Select(RecordedActs.Addressed));
            }
        })));

        var heads = await app.InDb(db => db.LedgerHeads.AsNoTracking().ToListAsync());
        Assert.Equal(12 * 5 * 6, heads.Sum(head => head.Number));
        Assert.All(await Breaks(app), Assert.Null);
    }

    [Fact]
    public async Task An_entry_reads_as_it_was_recorded()
    {
        await using var app = await TestApp.Start();
        var due = app.Clock.UtcNow().AddTicks(12345678);
        var act = RecordedActs.Addressed(app.Ben.Id) with
        {
            Act = Act.Taken,
            State = AddresseeState.Taken,
            ById = app.Ada.Id,
        };

        await app.Record(act with { Due = due }, act);

        var entries = await app.EntriesOf(app.Ben.Id);
        var first = entries[0];
        Assert.Equal((1, act.ItemId, Act.Taken, AddresseeState.Taken, app.Ada.Id, act.ContentHash),
            (first.Number, first.ItemId, first.Act, first.State, first.ById, first.ContentHash));
        Assert.Equal((app.Clock.UtcNow(), app.Clock.UtcNow().AddMilliseconds(1234)), (first.At, first.Due));
        Assert.Null(first.PreviousHash);
        Assert.Equal((2, first.Hash, null), (entries[1].Number, entries[1].PreviousHash, entries[1].Due));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing()
    {
        await using var app = await TestApp.Start();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => app.InDb(db =>
        {
            db.Provided($"1 = 0");
            return RecordedActs.Record(db, RecordedActs.Addressed(app.Ben.Id));
        }));
        await app.InDb(db =>
        {
            db.Record(RecordedActs.Addressed(app.Ben.Id));
            db.StartOver();
            return db.SaveChangesAsync();
        });

        Assert.Equal(0, await app.InDb(db => db.LedgerEntries.CountAsync()));
        Assert.Equal(0, await app.InDb(db => db.LedgerHeads.CountAsync()));
    }

    [Fact]
    public async Task What_was_saved_is_not_recorded_again()
    {
        await using var app = await TestApp.Start();

        await app.InDb(async db =>
        {
            await RecordedActs.Record(db, RecordedActs.Addressed(app.Ben.Id));
            return await db.SaveChangesAsync();
        });

        Assert.Single(await app.EntriesOf(app.Ben.Id));
    }

    [Theory]
    [InlineData("item_id", $"'{Elsewhere}'")]
    [InlineData("act", "'LetGo'")]
    [InlineData("state", "'LetGo'")]
    [InlineData("at", "'2026-11-23 08:00:00Z'")]
    [InlineData("by_id", $"'{Elsewhere}'")]
    [InlineData("by_id", "NULL")]
    [InlineData("due", "'2026-11-24 08:00:00Z'")]
    [InlineData("due", "NULL")]
    [InlineData("content_hash", "'00'")]
    [InlineData("previous_hash", "NULL")]
    [InlineData("hash", "'00'")]
    [InlineData("number", "9")]
    [InlineData("person_id", $"'{Elsewhere}'")]
    public async Task A_field_that_is_changed_later_is_found(string column, string value)
    {
        await using var app = await TestApp.Start();
        await Story(app);

        await app.Harm($"UPDATE ledger_entries SET {column} = {value} WHERE number = 2");

        Assert.StartsWith($"the ledger of {app.Ben.Id} breaks at entry 2: ", Assert.Single(await Breaks(app)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM ledger_entries WHERE number = 1", "at entry 1")]
    [InlineData("DELETE FROM ledger_entries WHERE number = 2", "at entry 2")]
    [InlineData("DELETE FROM ledger_entries WHERE number = 3", "after entry 2")]
    [InlineData("UPDATE ledger_heads SET number = 2", "after entry 3")]
    public async Task An_entry_that_is_taken_out_is_missed(string harm, string where)
    {
        await using var app = await TestApp.Start();
        await Story(app);

        await app.Harm(harm);

        Assert.StartsWith($"the ledger of {app.Ben.Id} breaks {where}: ", Assert.Single(await Breaks(app)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_salt_a_hash_tells_no_words()
    {
        var salt = ContentHash.NewSalt();

        Assert.Equal(ContentHash.Of(salt, "Sign the lease?"), ContentHash.Of(salt, "Sign the lease?"));
        Assert.NotEqual(ContentHash.Of(salt, "Sign the lease?"), ContentHash.Of(salt, "Sign the lease"));
        Assert.NotEqual(ContentHash.Of(salt, "Sign the lease?"),
            ContentHash.Of(ContentHash.NewSalt(), "Sign the lease?"));
    }

    /// <summary>Three entries of one person, each with every field.</summary>
    private static Task<int> Story(TestApp app)
    {
        var act = RecordedActs.Addressed(app.Ben.Id) with { ById = app.Ada.Id, Due = app.Clock.UtcNow().AddHours(8) };
        return app.Record(act, act with { Act = Act.Planned }, act with { Act = Act.Delivered });
    }

    private static async Task<IReadOnlyList<string?>> Breaks(TestApp app)
    {
        var breaks = new List<string?>();
        foreach (var head in await app.InDb(db => db.LedgerHeads.AsNoTracking().ToListAsync()))
        {
            breaks.Add(Chain.FirstBreak(head, await app.EntriesOf(head.PersonId)));
        }

        return breaks;
    }
}
