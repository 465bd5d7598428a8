using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Topics;

public sealed class CloseTopicTests
{
    [Fact]
    public async Task Its_outcome_stands_on_top()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await Transitions.VerifyTransition(
            app.Gus, app.Launch,
            () => app.Mei.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The **first**." }).Body());

        var closure = (await app.Gus.Read($"/api/topics/{id}")).GetProperty("closure");
        Assert.Equal("answer", closure.Text("outcome"));
        Assert.Equal("<p>The <strong>first</strong>.</p>\n", closure.Text("html"));
        Assert.Equal(app.Mei.Id, closure.Id("by"));
    }

    [Fact]
    public async Task Closing_twice_closes_once_and_other_words_are_told_the_first()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        await app.Mei.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The first." }).Body();

        var again = await app.Mei.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The first." });
        var late = await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "nothing" });

        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal("The first.", await WhatItEndedIn(late));
        Assert.Equal("answer", (await app.Gus.Read($"/api/topics/{id}")).GetProperty("closure").Text("outcome"));
    }

    [Fact]
    public async Task Of_two_who_close_it_at_the_same_moment_the_second_is_told_what_the_first_concluded()
    {
        await using var app = await Overtaking.Start();
        var id = await app.Ben.Opened(app.Launch);

        var late = await Overtaking.Send(
            app,
            () => app.Mei.Put($"/api/topics/{id}/closure", new { outcome = "nothing" }),
            by: () => app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "decision", text = "We ship." }));

        Assert.Equal("We ship.", await WhatItEndedIn(late));
    }

    [Fact]
    public async Task It_goes_on_as_tasks_of_its_space()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();
        var elsewhere = (await (await Board.Of(app.Ben, app.Ben.PersonalSpaceId)).Task(app.Ben)).Id();

        await Transitions.VerifyTransition(
            app.Gus, app.Launch,
            () => app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "tasks", taskIds = new[] { task, task } })
                .Body());

        Assert.Equal(task,
            (await app.Gus.Read($"/api/topics/{id}")).GetProperty("closure").GetProperty("taskIds")[0].GetGuid());
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "tasks", taskIds = new[] { elsewhere } })
            .Refused(404, "task-not-found");
    }

    [Fact]
    public async Task Closing_and_opening_again_at_the_same_moment_leave_what_the_stream_tells()
    {
        await using var app = await Overtaking.Start();
        var id = await app.Ben.Opened(app.Launch);
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The first." }).Body();
        await app.Ben.Delete($"/api/topics/{id}/closure").Body();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await Transitions.VerifyTransition(app.Gus, app.Launch, async () =>
        {
            await app.Mei.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "Another." }).Body();
            await Overtaking.Send(
                app,
                () => app.Ben.Delete($"/api/topics/{id}/closure"),
                by: () => app.Mei.Delete($"/api/topics/{id}/closure")).Body();
        });

        Assert.Equal("Another.", (await app.Gus.Read($"/api/topics/{id}")).GetProperty("earlierClosure").Text("text"));
    }

    [Fact]
    public async Task Reopened_it_goes_on()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "nothing" }).Body();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Mei.Delete($"/api/topics/{id}/closure").Body());

        Assert.False((await app.Mei.Delete($"/api/topics/{id}/closure")).Headers.Contains("Baton-Changes"));
        Assert.Contains(id, (await app.Gus.Read($"/api/spaces/{app.Launch}/topics?state=open"))
            .GetProperty("items").EnumerateArray().Select(t => t.Id()));
        Assert.Empty((await app.Gus.Read($"/api/spaces/{app.Launch}/topics?state=closed"))
            .GetProperty("items").EnumerateArray());
        await app.Gus.Answer(id).Body();
        await app.Mei.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The first." }).Body();
    }

    [Fact]
    public async Task What_it_had_ended_in_stays_beside_it_until_it_ends_again()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        var decision = new { outcome = "decision", text = "The first." };
        await app.Mei.Put($"/api/topics/{id}/closure", decision).Body();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Delete($"/api/topics/{id}/closure").Body());

        var open = await app.Gus.Read($"/api/topics/{id}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, open.GetProperty("closure").ValueKind);
        Assert.Equal("The first.", open.GetProperty("earlierClosure").Text("text"));
        Assert.Equal(app.Mei.Id, open.GetProperty("earlierClosure").Id("by"));
        var told = (await app.Gus.Changes(app.Launch))[^1];
        Assert.Equal("decision", told.GetProperty("payload").GetProperty("earlierClosure").Text("outcome"));

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Put($"/api/topics/{id}/closure", decision).Body());

        var closed = await app.Gus.Read($"/api/topics/{id}");
        Assert.Equal(app.Ben.Id, closed.GetProperty("closure").Id("by"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, closed.GetProperty("earlierClosure").ValueKind);
    }

    [Theory]
    [InlineData("answer", "")]
    [InlineData("decision", " ​ ")]
    public async Task An_answer_or_a_decision_needs_words(string outcome, string text)
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome, text }).Refused(400, "invalid", "text");
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome }).Refused(400, "invalid", "text");
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "tasks", text }).Body();
    }

    [Fact]
    public async Task Guests_and_outsiders_neither_close_nor_reopen()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await app.Gus.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The first." })
            .Refused(403, "right-missing");
        await app.Gus.Delete($"/api/topics/{id}/closure").Refused(403, "right-missing");
        await app.Mallory.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = "The first." })
            .Refused(404, "topic-not-found");
        await app.Mallory.Delete($"/api/topics/{id}/closure").Refused(404, "topic-not-found");
    }

    [Fact]
    public async Task A_bad_request_names_the_field()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "victory" }).Refused(400, "invalid", "outcome");
        await app.Ben.Put($"/api/topics/{id}/closure", new { }).Refused(400, "invalid", "outcome");
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "answer", text = new string('x', 40_001) })
            .Refused(400, "invalid", "text");
        await app.Ben.Put($"/api/topics/{id}/closure",
            new { outcome = "tasks", taskIds = Enumerable.Range(0, 51).Select(_ => Guid.CreateVersion7()) })
            .Refused(400, "invalid", "taskIds");
    }

    private static async Task<string?> WhatItEndedIn(HttpResponseMessage late)
    {
        await Task.FromResult(late).Refused(409, "topic-closed");
        var problem = JsonElement.Parse(await late.Content.ReadAsStringAsync());
        return problem.GetProperty("present").GetProperty("closure").Text("text");
    }
}
