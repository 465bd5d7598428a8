using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Hearings;

public sealed class ChooseHearingTests
{
    [Fact]
    public async Task What_I_choose_is_listed_and_on_all_my_devices()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();
        var choices = new[]
        {
            ($"spaces/{app.Launch}", "asks"), ($"spaces/{app.Launch}/chat", "everything"), ($"topics/{topic}", "named"),
            ($"tasks/{task}", "usual"),
        };

        foreach (var (place, level) in choices)
        {
            await Transitions.VerifyTransition(
                app.Ada, app.Ada.PersonalSpaceId, () => app.Ada.Hear(place, level).Body());
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["task:usual", "topic:named", "chat:everything", "space:asks"], await app.Ada.Hears());
        var listed = (await app.Ada.Read("/api/me/hearing"))[1];
        Assert.Equal(("Which headline?", app.Launch, topic),
            (listed.Text("title"), listed.Id("spaceId"), listed.Id("placeId")));
        Assert.Empty(await app.Ben.Hears());

        foreach (var (place, _) in choices)
        {
            await Transitions.VerifyTransition(
                app.Ada, app.Ada.PersonalSpaceId, () => app.Ada.HearAsBefore(place).Body());
        }

        Assert.Empty(await app.Ada.Hears());
    }

    [Fact]
    public async Task Said_twice_it_is_done_and_told_once()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Hear($"spaces/{app.Launch}", "asks").Body();

        await app.Ada.Hear($"spaces/{app.Launch}", "asks").Repeated();
        await app.Ada.Hear($"spaces/{app.Launch}", "named").Body();
        await app.Ada.HearAsBefore($"spaces/{app.Launch}").Body();
        await app.Ada.HearAsBefore($"spaces/{app.Launch}").Repeated();

        Assert.Equal(3, (await app.Ada.Kinds(app.Ada.PersonalSpaceId)).Count(kind => kind == "hearing.changed"));
    }

    [Fact]
    public async Task An_outsider_chooses_nothing()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();

        foreach (var (place, noun) in new[]
        {
            ($"spaces/{app.Launch}", "space"), ($"spaces/{app.Launch}/chat", "space"), ($"topics/{topic}", "topic"),
            ($"tasks/{task}", "task"),
        })
        {
            await app.Mallory.Hear(place, "asks").Refused(404, $"{noun}-not-found");
            await app.Mallory.HearAsBefore(place).Refused(404, $"{noun}-not-found");
        }

        Assert.Empty(await app.Mallory.Hears());
        Assert.Equal(0, await app.InDb(db => db.Hearings.CountAsync()));
    }

    [Theory]
    [InlineData("topics", "everything")]
    [InlineData("tasks", "everything")]
    [InlineData("spaces", "everything")]
    [InlineData("spaces", "usual")]
    public async Task A_level_that_a_place_does_not_have_is_refused(string kind, string level)
    {
        await using var app = await TestApp.Start();
        var id = kind switch
        {
            "topics" => await app.Ben.Opened(app.Launch),
            "tasks" => (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id(),
            _ => app.Launch,
        };

        await app.Ada.Hear($"{kind}/{id}", level).Refused(400, "invalid", "level");
        await app.Ada.Hear($"{kind}/{id}", "asks").Body();
        await app.Ada.Hear($"{kind}/{id}", level).Refused(400, "invalid", "level");

        Assert.EndsWith(":asks", Assert.Single(await app.Ada.Hears()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_level_or_an_unknown_one_is_refused()
    {
        await using var app = await TestApp.Start();

        Assert.Equal(400, (int)(await app.Ada.Hear($"spaces/{app.Launch}", "loud")).StatusCode);
        Assert.Equal(400, (int)(await app.Ada.Hear($"spaces/{app.Launch}", level: null)).StatusCode);
        await app.Ada.Hear($"topics/{Guid.CreateVersion7()}", "asks").Refused(404, "topic-not-found");
    }

    [Fact]
    public async Task There_is_an_end_to_what_one_person_may_choose()
    {
        await using var app = await TestApp.Start();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.InDb(db =>
        {
            db.Hearings.AddRange(Enumerable.Range(0, Server.Features.Attention.Hearings.Hearing.MaxPerPerson)
                .Select(_ => Server.Features.Attention.Hearings.Hearing.Of(
                    app.Ada.Id, HearingPlace.Topic, Guid.CreateVersion7(), HearingLevel.Asks, now)));
            return db.SaveChangesAsync();
        });

        await app.Ada.Hear($"spaces/{app.Launch}", "asks").Refused(409, "hearing-full");
        await app.Ben.Hear($"spaces/{app.Launch}", "asks").Body();
        Assert.Empty(await app.Ada.Hears());
    }

    [Fact]
    public async Task A_guest_chooses_too_also_in_the_archive_and_of_a_space_left_nothing_is_shown()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        await app.Gus.Hear($"spaces/{app.Launch}", "asks").Body();
        Assert.Single(await app.Gus.Hears());

        await app.Ada.Delete($"/api/spaces/{app.Launch}/archival").Body();
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Gus.Id}").Body();
        Assert.Empty(await app.Gus.Hears());
    }

    [Fact]
    public async Task Who_follows_or_watches_hears_it_again_and_being_made_to_watch_changes_nothing()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();
        await app.Ada.Hear($"topics/{topic}", "asks").Body();
        await app.Ada.Hear($"tasks/{task}", "named").Body();

        await app.Ben.Put($"/api/tasks/{task}/watchers/{app.Ada.Id}").Body();
        Assert.Equal(2, (await app.Ada.Hears()).Count);

        await Transitions.VerifyTransition(app.Ada, app.Ada.PersonalSpaceId,
            () => app.Ada.Put($"/api/topics/{topic}/followers/me").Body());
        await app.Ada.Put($"/api/tasks/{task}/watchers/{app.Ada.Id}").Body();
        Assert.Empty(await app.Ada.Hears());

        // Of a space that is heard less this one place is heard as usual.
        await app.Ada.Hear($"spaces/{app.Launch}", "asks").Body();
        await app.Ada.Put($"/api/topics/{topic}/followers/me").Body();
        Assert.Equal(["space:asks", "topic:usual"], (await app.Ada.Hears()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_goes_leaves_nothing_of_it_behind()
    {
        await using var app = await TestApp.Start();
        await app.Mei.Hear($"spaces/{app.Launch}", "asks").Body();

        await app.Ada.Delete($"/api/people/{app.Mei.Id}").Body();

        Assert.Equal(0, await app.InDb(db => db.Hearings.CountAsync()));
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_however_long_it_is()
    {
        using var queries = new Queries();
        await using var app = await TestApp.Start();
        await app.Ada.Hear($"topics/{await app.Ben.Opened(app.Launch)}", "asks").Body();
        await app.Ada.Read("/api/me/hearing");
        var one = await queries.During(app, () => app.Ada.Read("/api/me/hearing"));

        for (var i = 0; i < 5; i++)
        {
            await app.Ada.Hear($"topics/{await app.Ben.Opened(app.Launch)}", "asks").Body();
        }

        Assert.Equal(one, await queries.During(app, () => app.Ada.Read("/api/me/hearing")));
    }
}
