using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Topics;

public sealed class OpenTopicTests
{
    [Fact]
    public async Task It_begins_with_its_opening_message_and_its_opener_follows_it()
    {
        await using var app = await TestApp.Start();
        var (id, messageId) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Open(app.Launch, id: id, messageId: messageId).Body());

        var topic = await app.Mei.Read($"/api/topics/{id}");
        Assert.Equal("Which headline?", topic.Text("title"));
        Assert.Equal(messageId, topic.Id("openingMessageId"));
        Assert.Equal(1, topic.GetProperty("messageCount").GetInt32());
        Assert.Equal([app.Ben.Id], topic.GetProperty("followerIds").EnumerateArray().Select(p => p.GetGuid()));
        Assert.Equal("Two drafts are ready.", (await app.Mei.Read($"/api/topics/{id}/messages")).Words());
    }

    [Fact]
    public async Task Sending_it_twice_opens_one()
    {
        await using var app = await TestApp.Start();
        var (id, messageId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = await app.Ben.Open(app.Launch, id: id, messageId: messageId).Body();

        var again = await app.Ben.Open(app.Launch, id: id, messageId: messageId);

        Assert.Equal(first.GetRawText(), (await again.Body()).GetRawText());
        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal(1, await app.InDb(db => db.Topics.CountAsync()));
    }

    [Fact]
    public async Task An_id_holds_one_topic()
    {
        await using var app = await TestApp.Start();
        var (id, messageId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Ben.Open(app.Launch, id: id, messageId: messageId).Body();

        await app.Ben.Open(app.Launch, "Another title", id: id, messageId: messageId).Refused(409, "id-taken");
        await app.Ben.Open(app.Launch, body: "Other words", id: id, messageId: messageId).Refused(409, "id-taken");
        await app.Ben.Open(app.Launch, id: id).Refused(409, "id-taken");
        await app.Ben.Open(app.Launch, messageId: messageId).Refused(409, "id-taken");
        await app.Mei.Open(app.Launch, id: id, messageId: messageId).Refused(409, "id-taken");
        await app.Mallory.Open(app.Mallory.PersonalSpaceId, id: id, messageId: messageId).Refused(409, "id-taken");
    }

    [Fact]
    public async Task Renamed_and_reworded_since_it_is_still_the_one_that_was_asked_for()
    {
        await using var app = await TestApp.Start();
        var (id, messageId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Ben.Open(app.Launch, id: id, messageId: messageId).Body();
        await app.Mei.Patch($"/api/topics/{id}", new { title = "Which title?" }).Body();
        await app.Ben.Patch($"/api/messages/{messageId}", new { body = "Three drafts are ready." }).Body();

        Assert.Equal("Which title?",
            (await app.Ben.Open(app.Launch, id: id, messageId: messageId).Body()).Text("title"));
    }

    [Fact]
    public async Task Guests_and_outsiders_open_none()
    {
        await using var app = await TestApp.Start();

        await app.Gus.Open(app.Launch).Refused(403, "right-missing");
        await app.Mallory.Open(app.Launch).Refused(404, "space-not-found");
    }

    [Fact]
    public async Task A_bad_request_names_the_field()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Open(app.Launch, title: " \u200b").Refused(400, "invalid", "title");
        await app.Ben.Open(app.Launch, title: new string('x', 201)).Refused(400, "invalid", "title");
        await app.Ben.Open(app.Launch, body: "").Refused(400, "invalid", "body");
        await app.Ben.Post($"/api/spaces/{app.Launch}/topics",
            new { id = Guid.CreateVersion7(), title = "a", body = "b" })
            .Refused(400, "invalid", "messageId");
    }
}
