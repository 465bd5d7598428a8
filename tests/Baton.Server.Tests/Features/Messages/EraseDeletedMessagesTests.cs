using Baton.Server.Data;
using Baton.Server.Features.Messages;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Messages;

public sealed class EraseDeletedMessagesTests
{
    private const string Secret = "the launch password";

    [Fact]
    public async Task A_day_later_only_the_tombstone_is_left()
    {
        await using var app = await TestApp.Start();
        var file = (await app.Ben.Upload(app.Launch, "in the file"u8.ToArray(), "secret.txt").Body()).Id();
        var message = Guid.CreateVersion7();
        await app.Ben.Post($"/api/spaces/{app.Launch}/messages",
            new { id = message, body = $"This is {Secret}", attachmentIds = new[] { file } }).Body();
        await app.Ben.Patch($"/api/messages/{message}", new { body = $"I said {Secret}" }).Body();
        await app.Mei.Put($"/api/messages/{message}/reactions/👍").Body();
        await app.Mei.Say(app.Launch, "Do not say that", quoteId: message).Body();
        await app.Ben.Delete($"/api/messages/{message}").Body();
        await app.Ben.Post($"/api/messages/{message}/restoration").Body();
        await app.Ben.Delete($"/api/messages/{message}").Body();

        await DayLater(app);

        await AssertNowhere(app, Secret);
        var tombstone = await app.Mei.Read($"/api/messages/{message}");
        Assert.Equal("", tombstone.Text("body"));
        Assert.NotNull(tombstone.Text("deletedAt"));
        Assert.Empty((await app.Ben.Read($"/api/messages/{message}/edits")).GetProperty("items").EnumerateArray());
        Assert.Equal(0,
            await app.InDb(db => db.Reactions.CountAsync()) + await app.InDb(db => db.Attachments.CountAsync()));
        Assert.Empty(Uploads.Kept(app));
        await app.Ben.Post($"/api/messages/{message}/restoration").Refused(409, "restoration-late");
        var jobs = await app.Ben.Version(app.Launch);
        await DayLater(app);
        Assert.Equal(jobs, await app.Ben.Version(app.Launch));
    }

    [Fact]
    public async Task What_no_job_is_left_for_is_erased_when_the_server_starts_and_later_once_a_day()
    {
        await using var app = await TestApp.Start();
        await DeleteWithoutJob();
        app.Clock.Advance(TimeSpan.FromHours(25));

        await app.Services.GetRequiredService<JobRunner>().ScheduleOwn(CancellationToken.None);
        await app.RunJobs();
        await AssertNowhere(app, Secret);

        await DeleteWithoutJob();
        await DayLater(app);
        await AssertNowhere(app, Secret);

        async Task DeleteWithoutJob()
        {
            var message = await app.Ben.Said(app.Launch, $"This is {Secret}");
            await app.Ben.Delete($"/api/messages/{message}").Body();
            await app.InDb(async db =>
            {
                db.Jobs.RemoveRange(await db.Jobs.Where(j => j.Kind == EraseDeletedMessages.Kind).ToListAsync());
                return await db.SaveChangesAsync();
            });
        }
    }

    [Fact]
    public async Task Who_catches_up_later_sees_the_tombstone_as_who_starts_afresh()
    {
        await using var app = await TestApp.Start();
        var replica = await Transitions.Snapshot(app.Mei, app.Launch);
        var topic = (await app.Ben.Open(app.Launch, body: $"This is {Secret}").Body());
        var message = (await app.Ben.Answer(topic.Id(), $"Again, {Secret}").Body()).Id();
        await app.Ben.Patch($"/api/messages/{message}", new { body = $"And again, {Secret}" }).Body();
        await app.Mei.Answer(topic.Id(), "Hush", quoteId: message).Body();
        await app.Ben.Delete($"/api/messages/{message}").Body();
        await app.Ben.Delete($"/api/messages/{topic.Id("openingMessageId")}").Body();

        await DayLater(app);

        await AssertNowhere(app, Secret);
        Assert.Contains("Which headline?", (await app.Mei.Changes(app.Launch))
            .Select(c => c.GetRawText()).Aggregate(string.Concat), StringComparison.Ordinal);
        await Transitions.CatchUp(replica, app.Mei, app.Launch);
        Transitions.VerifySame(await Transitions.Snapshot(app.Mei, app.Launch), replica);
    }

    [Fact]
    public async Task A_comment_is_erased_in_every_space_that_its_task_came_through()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var comment = (await app.Ben.Post($"/api/tasks/{task}/messages",
            new { id = Guid.CreateVersion7(), body = Secret }).Body()).Id();
        var own = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);
        await app.Ben.Put($"/api/tasks/{task}/space", new { spaceId = own.SpaceId, listId = own.ToDo, orderKey = "a0" })
            .Body();
        await app.Ben.Patch($"/api/messages/{comment}", new { body = $"{Secret}!" }).Body();
        await app.Ben.Delete($"/api/messages/{comment}").Body();

        await DayLater(app);

        await AssertNowhere(app, Secret);
    }

    [Fact]
    public async Task Within_the_day_nothing_is_lost_and_what_is_restored_stays()
    {
        await using var app = await TestApp.Start();
        var restored = await app.Ben.Said(app.Launch, "Not so bad");
        var present = await app.Ben.Said(app.Launch, "Never deleted");
        await app.Ben.Delete($"/api/messages/{restored}").Body();
        app.Clock.Advance(TimeSpan.FromHours(23));
        await app.RunJobs();

        await app.Ben.Post($"/api/messages/{restored}/restoration").Body();
        await DayLater(app);

        Assert.Equal("Not so bad", (await app.Mei.Read($"/api/messages/{restored}")).Text("body"));
        Assert.Equal("Never deleted", (await app.Mei.Read($"/api/messages/{present}")).Text("body"));
    }

    [Fact]
    public async Task A_feed_that_resumes_does_not_bring_them_back()
    {
        await using var app = await TestApp.Start();
        string last;
        await using (var feed = await Feed.Open(app.Mei))
        {
            await feed.Next("hello");
            await app.Ben.Said(app.Launch, "Good morning");
            await feed.Next("change");
            last = feed.LastEventId!;
        }

        await app.Ben.Delete($"/api/messages/{await app.Ben.Said(app.Launch, Secret)}").Body();
        await DayLater(app);

        await using var resumed = await Feed.Open(app.Mei, last);
        await resumed.Next("hello");
        await app.Ben.Said(app.Launch, "Good night");
        Assert.Equal("Good night", (await resumed.Next("change")).GetProperty("payload").Text("body"));
    }

    private static async Task DayLater(TestApp app)
    {
        app.Clock.Advance(TimeSpan.FromHours(25));
        await Uploads.Sweep(app);
    }

    /// <summary>Looks at every table that holds words, and at all that Ben is told.</summary>
    private static async Task AssertNowhere(TestApp app, string words)
    {
        Assert.False(await app.InDb(db => db.Changes.AnyAsync(c => c.Payload.Contains(words))),
            "They are in the stream.");
        Assert.False(await app.InDb(db => db.Messages.AnyAsync(m =>
            m.Body.Contains(words) || m.Html.Contains(words) || m.QuoteExcerpt!.Contains(words))),
            "They are in a message.");
        Assert.False(await app.InDb(db => db.MessageEdits.AnyAsync(e => e.Body.Contains(words)
            || e.Html.Contains(words))), "They are in an edit.");
        Assert.DoesNotContain(words, (await app.Ben.Read($"/api/spaces/{app.Launch}/changes?limit=5000")).GetRawText(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await app.Ben.Read($"/api/spaces/{app.Launch}/snapshot")).GetRawText(),
            StringComparison.Ordinal);
    }
}
