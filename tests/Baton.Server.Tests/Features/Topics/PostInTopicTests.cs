using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Topics;

public sealed class PostInTopicTests
{
    [Fact]
    public async Task Whoever_posts_follows_and_the_topic_moves_up()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        await app.Ben.Opened(app.Launch, "Another");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Gus.Answer(id).Body());

        var topic = (await app.Mei.Read($"/api/spaces/{app.Launch}/topics")).GetProperty("items")[0];
        Assert.Equal(id, topic.Id());
        Assert.Equal(2, topic.GetProperty("messageCount").GetInt32());
        Assert.Equal("2026-11-23T09:01:00.000Z", topic.Text("lastMessageAt"));
        Assert.Equal(2, topic.GetProperty("followerIds").GetArrayLength());
    }

    [Fact]
    public async Task Posts_at_the_same_time_all_count()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.Mei.Answer(id).Body()));

        var topic = await app.Ada.Read($"/api/topics/{id}");
        Assert.Equal(13, topic.GetProperty("messageCount").GetInt32());
        Assert.Equal(1,
            await app.InDb(db => db.TopicFollowers.CountAsync(f => f.TopicId == id && f.PersonId == app.Mei.Id)));
    }

    [Fact]
    public async Task Sending_it_twice_says_it_once_even_when_the_topic_has_closed_since()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        var messageId = Guid.CreateVersion7();
        await app.Mei.Answer(id, id: messageId).Body();
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "nothing" }).Body();

        var again = await app.Mei.Answer(id, id: messageId);

        Assert.Equal(messageId, (await again.Body()).Id());
        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal(2, (await app.Ada.Read($"/api/topics/{id}")).GetProperty("messageCount").GetInt32());
    }

    [Fact]
    public async Task A_closed_topic_refuses_new_messages_and_says_how_it_ended()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);
        await app.Ben.Put($"/api/topics/{id}/closure", new { outcome = "decision", text = "The first." }).Body();

        var refused = await app.Mei.Answer(id);

        await Task.FromResult(refused).Refused(409, "topic-closed");
        var problem = System.Text.Json.JsonElement.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal("decision", problem.GetProperty("present").GetProperty("closure").Text("outcome"));
    }

    [Fact]
    public async Task An_outsider_finds_no_topic()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await app.Mallory.Answer(id).Refused(404, "topic-not-found");
        await app.Mallory.Get($"/api/topics/{id}/messages").Refused(404, "topic-not-found");
    }

    [Fact]
    public async Task A_topic_has_no_threads_and_takes_no_blank_message()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Opened(app.Launch);

        await app.Ben.Answer(id, " ").Refused(400, "invalid", "body");
        await app.Ben.Post($"/api/topics/{id}/messages",
            new { id = Guid.CreateVersion7(), body = "a", threadId = Guid.CreateVersion7() })
            .Refused(400, "invalid", "threadId");
    }
}
