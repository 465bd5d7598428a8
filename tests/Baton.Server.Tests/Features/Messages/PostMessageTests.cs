using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Messages;

public sealed class PostMessageTests
{
    [Fact]
    public async Task Everybody_in_the_space_reads_it()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Say(app.Launch, "The **draft** is ready").Body());

        var message = (await app.Mei.Read($"/api/spaces/{app.Launch}/messages")).GetProperty("items")[0];
        Assert.Equal(app.Ben.Id, message.Id("authorId"));
        Assert.Equal("<p>The <strong>draft</strong> is ready</p>\n", message.Text("html"));
        Assert.Equal("chat", message.GetProperty("place").Text("kind"));
        Assert.Equal(app.Launch, message.GetProperty("place").Id());
    }

    [Fact]
    public async Task Sending_it_twice_says_it_once()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        var first = await app.Ben.Say(app.Launch, id: id).Body();

        var again = await app.Ben.Say(app.Launch, id: id);

        Assert.Equal(first.GetRawText(), (await again.Body()).GetRawText());
        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal(1, await app.InDb(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Sending_it_twice_at_once_says_it_once()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Ben.Say(app.Launch, id: id).Body()));

        Assert.Equal(1, await app.InDb(db => db.Messages.CountAsync()));
        Assert.Equal(1, await app.InDb(db => db.Changes.CountAsync(c => c.ItemId == id)));
    }

    [Fact]
    public async Task Sending_it_again_after_it_was_edited_is_still_the_same()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Say(app.Launch, id: id).Body();
        await app.Ben.Patch($"/api/messages/{id}", new { body = "Good evening" }).Body();

        var again = await app.Ben.Say(app.Launch, id: id).Body();

        Assert.Equal("Good evening", again.Text("body"));
    }

    [Fact]
    public async Task An_id_holds_one_message()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);

        await app.Ben.Say(app.Launch, "Other words", id).Refused(409, "id-taken");
        await app.Mei.Say(app.Launch, id: id).Refused(409, "id-taken");
        await app.Ben.Say(app.Ben.PersonalSpaceId, id: id).Refused(409, "id-taken");
        await app.Mallory.Say(app.Mallory.PersonalSpaceId, id: id).Refused(409, "id-taken");
    }

    [Fact]
    public async Task A_reply_stands_in_its_thread_and_counts_at_the_root()
    {
        await using var app = await TestApp.Start();
        var root = await app.Ben.Said(app.Launch, "root");

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Mei.Say(app.Launch, "reply", threadId: root).Body());

        Assert.Equal("root", (await app.Ada.Read($"/api/spaces/{app.Launch}/messages")).Words());
        Assert.Equal("reply", (await app.Ada.Read($"/api/messages/{root}/replies")).Words());
        Assert.Equal(1, (await app.Ada.Read($"/api/messages/{root}")).GetProperty("replyCount").GetInt32());
    }

    [Fact]
    public async Task Replies_at_the_same_time_all_count()
    {
        await using var app = await TestApp.Start();
        var root = await app.Ben.Said(app.Launch, "root");

        await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => app.Mei.Say(app.Launch, "reply", threadId: root).Body()));

        Assert.Equal(12, (await app.Ada.Read($"/api/messages/{root}")).GetProperty("replyCount").GetInt32());
    }

    [Fact]
    public async Task Threads_do_not_branch()
    {
        await using var app = await TestApp.Start();
        var reply = await app.Mei.Said(app.Launch, "reply", threadId: await app.Ben.Said(app.Launch));

        await app.Ben.Say(app.Launch, threadId: reply).Refused(400, "invalid", "threadId");
    }

    [Fact]
    public async Task A_quote_keeps_what_was_said()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, "**The first**\n\nis better");

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Mei.Say(app.Launch, "Yes", quoteId: said).Body());

        var quote = (await app.Ada.Read($"/api/spaces/{app.Launch}/messages"))
            .GetProperty("items")[1].GetProperty("quote");
        Assert.Equal("The first is better", quote.Text("excerpt"));
        Assert.Equal(app.Ben.Id, quote.Id("authorId"));
    }

    [Fact]
    public async Task Nothing_outside_the_chat_can_be_quoted_or_replied_to()
    {
        await using var app = await TestApp.Start();
        var elsewhere = await app.Ben.Said(app.Ben.PersonalSpaceId);
        var topic = (await app.Ben.Open(app.Launch).Body()).Id("openingMessageId");

        foreach (var id in new[] { elsewhere, topic, Guid.CreateVersion7() })
        {
            await app.Ben.Say(app.Launch, quoteId: id).Refused(404, "message-not-found");
            await app.Ben.Say(app.Launch, threadId: id).Refused(404, "message-not-found");
        }
    }

    [Fact]
    public async Task A_deleted_message_cannot_be_quoted_but_its_thread_goes_on()
    {
        await using var app = await TestApp.Start();
        var root = await app.Ben.Said(app.Launch);
        await app.Ben.Delete($"/api/messages/{root}").Body();

        await app.Mei.Say(app.Launch, quoteId: root).Refused(409, "message-deleted");
        await app.Mei.Say(app.Launch, threadId: root).Body();
    }

    [Fact]
    public async Task An_outsider_finds_no_such_space()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Say(app.Launch).Refused(404, "space-not-found");
        await app.Mallory.Get($"/api/spaces/{app.Launch}/messages").Refused(404, "space-not-found");
    }

    [Fact]
    public async Task A_guest_may_speak()
    {
        await using var app = await TestApp.Start();

        await app.Gus.Say(app.Launch).Body();
    }

    [Fact]
    public async Task An_archived_space_is_silent()
    {
        await using var app = await TestApp.Start();
        await app.InDb(async db =>
        {
            (await db.Spaces.SingleAsync(s => s.Id == app.Launch)).Archive(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await app.Ben.Say(app.Launch).Refused(409, "space-archived");
    }

    [Theory]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001"}""", "body")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","body":null}""", "body")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","body":" \n\u200b "}""", "body")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","body":7}""", "body")]
    [InlineData("""{"id":"x","body":"a"}""", "id")]
    [InlineData("""{"body":"a"}""", "id")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","body":"a","colour":"red"}""", "colour")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","body":"a","threadId":"b"}""", "threadId")]
    [InlineData("""{"id":"01936f00-0000-7000-8000-000000000001","body":"a\ud800"}""", "body")]
    public async Task A_bad_request_names_the_field(string body, string field)
    {
        await using var app = await TestApp.Start();

        var sent = app.Ben.Browser.PostAsync(
            $"/api/spaces/{app.Launch}/messages",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await sent.Refused(400, "invalid", field);
    }

    [Fact]
    public async Task Forty_thousand_characters_are_the_most()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Say(app.Launch, new string('x', 40_000)).Body();
        await app.Ben.Say(app.Launch, new string('x', 40_001)).Refused(400, "invalid", "body");
    }
}
