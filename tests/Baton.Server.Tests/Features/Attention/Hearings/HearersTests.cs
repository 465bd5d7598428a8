using System.Text.Json;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Hearings;

/// <summary>
/// What comes to somebody by what they chose to hear. It is Monday, 09:00 in Lisbon: Ada works, and sees what comes.
/// </summary>
public sealed class HearersTests
{
    [Theory]
    [InlineData("usual", 2)]
    [InlineData("named", 1)]
    [InlineData("asks", 0)]
    public async Task Of_a_topic_comes_what_was_chosen_and_every_ask(string level, int known)
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        await app.Ada.Put($"/api/topics/{topic}/followers/me").Body();
        await app.Ada.Hear($"topics/{topic}", level).Body();

        await app.Ben.Answer(topic, "The first.").Body();
        await app.Ben.Answer(topic, $"Or the second, {app.Ada.Mark()}").Body();
        await app.Ben.Answer(topic, $"Which one, {app.Ada.Mark(asks: true)}").Body();

        Assert.Equal(known, (await app.Ada.Inbox("know")).Count);
        Assert.Single(await app.Ada.Inbox());
    }

    [Theory]
    [InlineData("named", 1)]
    [InlineData("asks", 0)]
    public async Task Of_a_task_the_same_whoever_made_it_watches_it_or_does_it(string level, int known)
    {
        await using var app = await TestApp.Start();
        var task = (await (await Board.Of(app.Ada, app.Launch)).Task(app.Ada, assigneeIds: app.Ada.Id)).Id();
        await app.Ada.Put($"/api/tasks/{task}/watchers/{app.Ada.Id}").Body();
        await app.Ada.Hear($"tasks/{task}", level).Body();

        await Comment(app.Ben, task, "Half done.");
        await Comment(app.Ben, task, $"Look, {app.Ada.Mark()}");

        Assert.Equal(known, (await app.Ada.Inbox("know")).Count);
    }

    [Theory]
    [InlineData("named", 1)]
    [InlineData("asks", 0)]
    public async Task A_group_names_nobody_and_an_ask_of_a_group_comes_all_the_same(string level, int known)
    {
        await using var app = await TestApp.Start();
        await app.Ada.Hear($"spaces/{app.Launch}", level).Body();

        await app.Ben.Ask(app.Launch, new { addressees = new[] { new { group = "space", role = "know" } } }).Body();
        await app.Ben.Ask(app.Launch, new { addressees = new[] { new { group = "space", role = "know" } } },
            $"{app.Ada.Mark()} and all").Body();
        await app.Ben.Ask(app.Launch, new { addressees = new[] { new { group = "space", role = "act" } } }).Body();

        Assert.Equal(known, (await app.Ada.Inbox("know")).Count);
        Assert.Single(await app.Ada.Inbox());
    }

    [Fact]
    public async Task Between_two_what_was_chosen_counts_as_well()
    {
        await using var app = await TestApp.Start();
        var direct = Guid.CreateVersion7();
        await app.Ben.Post("/api/spaces",
            new { id = direct, kind = "direct", personIds = new[] { app.Ada.Id } }).Body();
        await app.Ada.Hear($"spaces/{direct}/chat", "named").Body();

        await app.Ben.Said(direct, "Good morning");
        await app.Ben.Said(direct, $"Good morning {app.Ada.Mark()}");

        Assert.Single(await app.Ada.Inbox("know"));
    }

    [Fact]
    public async Task The_place_says_more_than_the_whole_space()
    {
        await using var app = await TestApp.Start();
        var (quiet, open) = (await app.Ben.Opened(app.Launch), await app.Ben.Opened(app.Launch));
        await app.Ada.Put($"/api/topics/{quiet}/followers/me").Body();
        await app.Ada.Hear($"spaces/{app.Launch}", "asks").Body();
        await app.Ada.Put($"/api/topics/{open}/followers/me").Body();

        await app.Ben.Answer(quiet).Body();
        await app.Ben.Answer(open).Body();

        var came = Assert.Single(await app.Ada.Inbox("know"));
        Assert.Equal(open, came.GetProperty("post").GetProperty("place").Id());
    }

    [Fact]
    public async Task Who_hears_all_of_a_chat_gets_each_message_to_know()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Hear($"spaces/{app.Launch}/chat", "everything").Body();

        var said = await app.Ben.Said(app.Launch);
        await app.Ben.Said(app.Launch, "In its thread", threadId: said);
        await app.Ada.Said(app.Launch, "My own");
        await app.Ben.Answer(await app.Ben.Opened(app.Launch)).Body();

        var came = await app.Ada.Inbox("know");
        Assert.Equal(2, came.Count);
        Assert.All(came, item => Assert.Equal("hears", item.GetProperty("why").Text("kind")));

        await app.Ada.HearAsBefore($"spaces/{app.Launch}/chat").Body();
        await app.Ben.Said(app.Launch);
        Assert.Equal(2, (await app.Ada.Inbox("know")).Count);
    }

    [Fact]
    public async Task Who_left_or_may_not_look_back_so_far_hears_nothing_of_a_chat()
    {
        await using var app = await TestApp.Start();
        var old = await app.Ben.Said(app.Launch);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var nia = await app.Newcomer(app.Launch);
        await nia.Hear($"spaces/{app.Launch}/chat", "everything").Body();
        await app.Gus.Hear($"spaces/{app.Launch}/chat", "everything").Body();
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Gus.Id}").Body();

        await app.Ben.Said(app.Launch, "In the old thread", threadId: old);

        Assert.Equal(0, await app.InDb(db => db.Addressees.CountAsync()));
        await app.Ben.Said(app.Launch);
        Assert.Equal(nia.Id, (await app.InDb(db => db.Addressees.SingleAsync())).PersonId);
    }

    [Fact]
    public async Task What_passed_me_by_stands_in_my_ledger_and_I_am_told_since_when_I_chose_so()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        await app.Ada.Put($"/api/topics/{topic}/followers/me").Body();
        await app.Ada.Hear($"topics/{topic}", "asks").Body();
        app.Clock.Advance(TimeSpan.FromHours(1));
        var said = (await app.Ben.Answer(topic).Body()).Id();

        // What I choose later does not change why it was.
        await app.Ada.HearAsBefore($"topics/{topic}").Body();
        var why = await app.Ada.Read($"/api/ledger/why?itemId={said}");

        Assert.Equal(("letGo", "asks", "2026-11-23T09:00:00.000Z", app.Ada.Id),
            (why.Text("reason"), why.Text("unheard"), why.Text("at"), why.Id("byId")));
        Assert.Null(why.Text("deliveredAt"));
        var mine = await app.InDb(db => db.LedgerEntries.Where(e => e.PersonId == app.Ada.Id)
            .OrderBy(e => e.Number).Select(e => e.Act.ToString()).ToListAsync());
        Assert.Equal(["Addressed", "LetGo"], mine);
        Assert.Equal(0, (await app.Ada.Read("/api/ledger/closing")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_passed_me_by_and_I_bring_back_is_here_at_once()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        await app.Ada.Put($"/api/topics/{topic}/followers/me").Body();
        await app.Ada.Hear($"topics/{topic}", "asks").Body();
        var said = (await app.Ben.Answer(topic).Body()).Id();

        await app.Ada.Delete($"/api/inbox/{await app.ItemOf(said, app.Ada)}/letting-go").Body();

        Assert.Equal("delivered", Assert.Single(await app.Ada.Inbox("know")).Text("state"));
        Assert.Equal(["inbox.changed"], await app.Ada.ToldOfInbox());
        await app.LiveUntil(app.Clock.GetUtcNow().AddDays(2));
        Assert.Equal(["inbox.changed"], await app.Ada.ToldOfInbox());
    }

    [Fact]
    public async Task Who_has_a_message_because_they_hear_the_chat_and_is_named_in_it_later_is_told_so()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Hear($"spaces/{app.Launch}/chat", "everything").Body();
        var said = await app.Ben.Said(app.Launch);
        await app.LiveUntil(app.Clock.GetUtcNow().AddHours(5));
        var before = (await app.Ada.ToldOfInbox()).Count;

        await Transitions.VerifyTransition(app.Ada, app.Ada.PersonalSpaceId, () => app.Ben.Patch(
            $"/api/messages/{said}", new { body = $"Done. {app.Ada.Mark()}" }).Body());

        Assert.Equal("named", Assert.Single(await app.Ada.Inbox("know")).GetProperty("why").Text("kind"));
        Assert.NotEqual(before, (await app.Ada.ToldOfInbox()).Count);
    }

    [Fact]
    public async Task Nobody_else_can_tell_what_was_chosen()
    {
        await using var chosen = await TestApp.Start();
        await using var plain = await TestApp.Start();

        Assert.Equal(await SeenByOthers(plain, chooses: false), await SeenByOthers(chosen, chooses: true));
    }

    [Fact]
    public async Task A_name_that_is_added_later_counts_as_if_nobody_had_chosen()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        await app.Ada.Put($"/api/topics/{topic}/followers/me").Body();
        await app.Gus.Put($"/api/topics/{topic}/followers/me").Body();
        await app.Ada.Hear($"topics/{topic}", "named").Body();
        var said = (await app.Ben.Answer(topic, "The first.").Body()).Id();

        var edited = await app.Ben.Patch($"/api/messages/{said}",
            new { body = $"The first. {app.Ada.Mark()} {app.Gus.Mark()} {app.Mei.Mark()}" }).Body();

        Assert.Equal(3, edited.GetProperty("informs").GetInt32());
        Assert.Single(await app.Ada.Inbox("know"));
        Assert.Single(await app.Gus.Inbox("know"));
    }

    [Fact]
    public async Task A_post_takes_one_query_more_however_many_chose()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        await Follow(app, topic, await app.Hire("Nia"));
        await app.Ben.Answer(topic).Body();
        var few = await queries.During(app, () => app.Ben.Answer(topic).Body());

        foreach (var name in new[] { "Tom", "Ida", "Lea", "Max" })
        {
            await Follow(app, topic, await app.Hire(name));
        }

        Assert.Equal(few, await queries.During(app, () => app.Ben.Answer(topic).Body()));
    }

    private static async Task Follow(TestApp app, Guid topic, Cast person)
    {
        await app.Ada.Put($"/api/spaces/{app.Launch}/members/{person.Id}", new { role = "member" }).Body();
        await person.Put($"/api/topics/{topic}/followers/me").Body();
        await person.Hear($"topics/{topic}", "asks").Body();
    }

    private static Task<JsonElement> Comment(Cast who, Guid taskId, string body) =>
        who.Post($"/api/tasks/{taskId}/messages", new { id = Guid.CreateVersion7(), body }).Body();

    /// <summary>All that Ben and Mei are told of a few posts, with everything random in it left out.</summary>
    private static async Task<string> SeenByOthers(TestApp app, bool chooses)
    {
        var topic = await app.Ben.Opened(app.Launch);
        await app.Ada.Put($"/api/topics/{topic}/followers/me").Body();
        if (chooses)
        {
            await app.Ada.Hear($"spaces/{app.Launch}/chat", "everything").Body();
            await app.Ada.Hear($"topics/{topic}", "asks").Body();
            await app.Gus.Hear($"spaces/{app.Launch}", "named").Body();
        }

        var envelope = new { addressees = new[] { new { group = "space", role = "know" } } };
        var seen = new List<JsonElement>
        {
            await app.Ben.Post($"/api/spaces/{app.Launch}/preview", new { body = app.Ada.Mark(), envelope }).Body(),
            await app.Ben.Say(app.Launch, "Good morning").Body(),
            await app.Ben.Ask(app.Launch, envelope).Body(),
            await app.Ben.Answer(topic).Body(),
            await app.Ada.Answer(topic, "I say something").Body(),
        };
        foreach (var said in seen.Skip(1).ToList())
        {
            var author = said.Id("authorId") == app.Ada.Id ? app.Ada : app.Ben;
            seen.Add(await app.Mei.Read($"/api/ledger/why?itemId={said.Id()}"));
            seen.Add(await author.Patch($"/api/messages/{said.Id()}",
                new { body = $"For {app.Ada.Mark()} {app.Gus.Mark()}" }).Body());
            seen.Add(await app.Mei.Read($"/api/ledger/why?itemId={said.Id()}"));
        }

        foreach (var other in new[] { app.Ben, app.Mei })
        {
            var told = await other.Read($"/api/spaces/{app.Launch}/changes?after=0&limit=5000");
            Assert.DoesNotContain("hearing", told.GetRawText(), StringComparison.OrdinalIgnoreCase);
            seen.Add(told);
            var snapshot = await other.Read($"/api/spaces/{app.Launch}/snapshot");
            Assert.Empty(snapshot.GetProperty("hearing").EnumerateArray());
            seen.Add(snapshot);
            seen.Add(await other.Read("/api/me/hearing"));
        }

        return Plain(string.Join('\n', seen.Select(one => one.GetRawText())));
    }

    /// <summary>Each id by when it was first seen; which moment it was is the same for both.</summary>
    private static string Plain(string text)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(
            text, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            match => known.TryGetValue(match.Value, out var name) ? name
                : known[match.Value] = $"id{known.Count}",
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
