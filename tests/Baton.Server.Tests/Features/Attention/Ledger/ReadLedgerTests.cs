using System.Text.Json;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Web;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Ledger;

public sealed class ReadLedgerTests
{
    [Fact]
    public async Task I_read_my_own_entries_newest_first_page_by_page()
    {
        await using var app = await TestApp.Start();
        await app.Record(Enumerable.Range(0, 5).Select(_ => RecordedActs.Addressed(app.Ben.Id)));
        await app.Record(RecordedActs.Addressed(app.Mei.Id));

        var first = await app.Ben.Read("/api/ledger?limit=3");
        var second = await app.Ben.Read($"/api/ledger?limit=3&cursor={first.Text("next")}");

        Assert.Equal([5, 4, 3], Numbers(first));
        Assert.Equal([2, 1], Numbers(second));
        Assert.Null(second.Text("next"));
        Assert.Equal(first.GetProperty("items")[0].Text("hash"), first.GetProperty("end").Text("hash"));
        Assert.Equal([1L], Numbers(await app.Mei.Read("/api/ledger")));
    }

    [Fact]
    public async Task It_says_what_an_item_is_about_once_it_has_reached_me_and_as_long_as_I_see_it()
    {
        await using var app = await TestApp.Start();
        var said = Guid.CreateVersion7();
        await app.Ben.Ask(app.Launch,
            new { addressees = new[] { new { personId = app.Mei.Id, role = "decide" } } }, "Who signs it?", said).Body();

        var before = await app.Mei.Read("/api/ledger");
        await app.LiveUntil(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        var about = Assert.Single((await app.Mei.Read("/api/ledger")).GetProperty("about").EnumerateArray());
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Mei.Id}").Body();
        var after = await app.Mei.Read("/api/ledger");

        Assert.Equal((await app.ItemOf(said, app.Mei), said), (about.Id("itemId"), about.Id("postId")));
        Assert.Equal(("message", "Who signs it?", "decide"),
            (about.Text("kind"), about.Text("subject"), about.Text("role")));
        Assert.Empty(before.GetProperty("about").EnumerateArray());
        Assert.NotEmpty(Numbers(after));
        Assert.Empty(after.GetProperty("about").EnumerateArray());
    }

    [Fact]
    public async Task A_ledger_without_entries_is_empty()
    {
        await using var app = await TestApp.Start();
        await app.Record(RecordedActs.Addressed(app.Ben.Id));
        await Next(app);

        var read = await app.Mallory.Read("/api/ledger");

        Assert.Empty(Numbers(read));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null),
            (read.GetProperty("end").ValueKind, read.GetProperty("proof").ValueKind));
    }

    [Fact]
    public async Task A_day_that_has_ended_proves_how_my_ledger_stood()
    {
        await using var app = await TestApp.Start();
        await app.Record(app.Ada.Id, app.Ben.Id, app.Ben.Id, app.Mei.Id);
        app.Clock.Advance(TimeSpan.FromHours(15));
        await app.Record(app.Ben.Id);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await app.RootDays();

        var proof = Proof(await app.Ben.Read("/api/ledger"))!;

        Assert.Equal((new DateOnly(2026, 11, 23), 3, 2L), (proof.Day, proof.Count, proof.Number));
        Assert.Equal((await app.EntriesOf(app.Ben.Id))[1].Hash, proof.Hash);
        Assert.True(proof.Holds());
        var day = Assert.Single((await app.Gus.Read("/api/ledger/days")).GetProperty("items").EnumerateArray());
        Assert.Equal(("2026-11-23", proof.Root, 3),
            (day.Text("day"), day.Text("root"), day.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_day_is_closed_only_once_what_was_written_before_midnight_is_there()
    {
        await using var app = await TestApp.Start();
        await app.Record(app.Ben.Id);
        app.Clock.Advance(TimeSpan.FromHours(15) + TimeSpan.FromMinutes(9));

        await app.RootDays();

        Assert.Null(Proof(await app.Ben.Read("/api/ledger")));
    }

    [Fact]
    public async Task Days_on_which_no_server_ran_get_their_roots_later_and_each_only_one()
    {
        await using var app = await TestApp.Start();
        await app.Record(app.Ben.Id);
        app.Clock.Advance(TimeSpan.FromDays(4));

        await app.RootDays();
        await app.RootDays();

        var first = await app.Ben.Read("/api/ledger/days?limit=3");
        var second = await app.Ben.Read($"/api/ledger/days?limit=3&cursor={first.Text("next")}");
        Assert.Equal(["2026-11-26", "2026-11-25", "2026-11-24"], Days(first));
        Assert.Equal(["2026-11-23"], Days(second));
        Assert.Null(second.Text("next"));
        Assert.Equal(4, Days(first).Concat(Days(second)).Distinct().Count());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_after_midnight_takes_no_proof_away()
    {
        await using var app = await TestApp.Start();
        await app.Record(app.Ben.Id);
        app.Clock.Advance(TimeSpan.FromHours(16));
        await app.RootDays();
        await app.Record(RecordedActs.Addressed(app.Ben.Id));
        await app.Harm("UPDATE ledger_entries SET at = '2026-11-23 22:00:00Z' WHERE number = 2");

        Assert.Equal(1, Proof(await app.Ben.Read("/api/ledger"))!.Number);
    }

    [Fact]
    public async Task Two_people_with_the_same_day_share_nothing_but_its_root()
    {
        await using var app = await TestApp.Start();
        await app.Record(app.Ben.Id, app.Mei.Id);
        await Next(app);

        var (ben, mei) = (Proof(await app.Ben.Read("/api/ledger"))!, Proof(await app.Mei.Read("/api/ledger"))!);

        Assert.Equal(ben.Root, mei.Root);
        Assert.NotEqual(ben.Salt, mei.Salt);
        Assert.NotEqual(ben.Index, mei.Index);
    }

    [Theory]
    [InlineData("/api/ledger?limit=0", "limit")]
    [InlineData("/api/ledger?cursor=none", "cursor")]
    [InlineData("/api/ledger/days?limit=201", "limit")]
    [InlineData("/api/ledger/days?cursor=none", "cursor")]
    [InlineData("/api/ledger/days?cursor=LTE", "cursor")]
    public async Task What_no_page_can_be_is_refused(string path, string field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Get(path).Refused(400, "invalid", field);
    }

    [Fact]
    public async Task Nobody_reads_without_a_session()
    {
        await using var app = await TestApp.Start();

        await app.Stranger().GetAsync("/api/ledger").Refused(401, "sign-in-needed");
        await app.Stranger().GetAsync("/api/ledger/days").Refused(401, "sign-in-needed");
    }

    private static Task Next(TestApp app)
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        return app.RootDays();
    }

    private static DayProof? Proof(JsonElement ledger) =>
        ledger.GetProperty("proof").Deserialize<DayProof>(Json.Options);

    private static IEnumerable<long> Numbers(JsonElement ledger) =>
        ledger.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("number").GetInt64());

    private static IEnumerable<string?> Days(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(day => day.Text("day"));
}
