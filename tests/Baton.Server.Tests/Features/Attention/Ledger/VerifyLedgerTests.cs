using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Ledger;

/// <summary>What <c>baton ledger verify</c> says.</summary>
public sealed class VerifyLedgerTests
{
    [Fact]
    public async Task Whole_ledgers_verify()
    {
        await using var app = await Played();

        Assert.Equal((0, "2 ledgers with 5 entries and 2 daily roots verify."), await Verify(app));
    }

    [Fact]
    public async Task Nothing_recorded_is_whole_too()
    {
        await using var app = await TestApp.Start();

        Assert.Equal((0, "0 ledgers with 0 entries and 0 daily roots verify."), await Verify(app));
    }

    [Theory]
    [InlineData("UPDATE ledger_entries SET state = 'Answered' WHERE number = 2", "breaks at entry 2: what it says has")]
    [InlineData("DELETE FROM ledger_heads", "breaks after entry")]
    [InlineData("DELETE FROM ledger_entries; DELETE FROM ledger_heads", "the root of 2026-11-23 stands for ledgers that are gone")]
    [InlineData("UPDATE day_roots SET root = '00'", "the root of 2026-11-23 is not that of its leaves")]
    [InlineData("UPDATE day_roots SET count = 7", "the root of 2026-11-23 is not that of its leaves")]
    [InlineData("UPDATE day_roots SET salt = leaves", "the root of 2026-11-23 stands for another ledger of")]
    public async Task The_first_break_is_named(string harm, string words)
    {
        await using var app = await Played();

        await app.Harm(harm);

        var (code, report) = await Verify(app);
        Assert.Equal(1, code);
        Assert.StartsWith("BROKEN  ", report, StringComparison.Ordinal);
        Assert.Contains(words, report, StringComparison.Ordinal);
    }

    /// <summary>Each link holds again, and still the published roots tell.</summary>
    [Fact]
    public async Task A_ledger_that_was_written_anew_is_found()
    {
        await using var app = await Played();
        var head = LedgerHead.At(app.Ben.Id, 0, hash: null);
        var anew = (await app.EntriesOf(app.Ben.Id)).Select(e => head.Append(
            RecordedActs.Addressed(app.Ben.Id) with { ItemId = e.ItemId }, e.At.AddHours(-1))).ToList();
        await app.Harm($"DELETE FROM ledger_entries WHERE person_id = '{Id(app.Ben.Id)}'");
        await app.InDb(db =>
        {
            db.LedgerEntries.AddRange(anew);
            return db.SaveChangesAsync();
        });
        await app.Harm($"UPDATE ledger_heads SET hash = '{head.Hash}' WHERE person_id = '{Id(app.Ben.Id)}'");

        Assert.Equal((1, $"BROKEN  the root of 2026-11-23 stands for another ledger of {app.Ben.Id}"),
            await Verify(app));
    }

    /// <summary>Two days of Ada and Ben, and a third that has not ended.</summary>
    private static async Task<TestApp> Played()
    {
        var app = await TestApp.Start();
        await app.Record(app.Ben.Id, app.Ada.Id, app.Ben.Id);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Record(app.Ben.Id);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RootDays();
        await app.Record(app.Ben.Id);
        return app;
    }

    private static string Id(Guid id) => id.ToString().ToUpperInvariant();

    private static async Task<(int Code, string Report)> Verify(TestApp app)
    {
        var report = new StringWriter();
        var code = await VerifyLedger.Run(app.Services, report, CancellationToken.None);
        return (code, report.ToString().TrimEnd());
    }
}
