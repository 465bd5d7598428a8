using Baton.Server.Features.People;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.People;

public sealed class ForgetNameTests
{
    [Fact]
    public async Task Whoever_left_is_a_former_member_wherever_they_were_mentioned()
    {
        await using var app = await TestApp.Start();
        var ben = $"[@Ben \\[Okafor\\]](baton:person/{app.Ben.Id})";
        var mei = $"[@Mei Tanaka](baton:person/{app.Mei.Id})";
        var message = await app.Mei.Said(app.Launch, $"Ask {ben} or {mei}");
        await app.Mei.Say(app.Launch, "Who?", quoteId: message).Body();
        var edited = await app.Mei.Said(app.Launch, $"{ben} knows.");
        await app.Mei.Patch($"/api/messages/{edited}", new { body = $"{ben} does know." }).Body();
        var task = (await (await Board.Of(app.Mei, app.Launch)).Task(app.Mei)).Id();
        await app.Mei.Patch($"/api/tasks/{task}", new { description = $"As {ben} said" }).Body();
        var topic = await app.Mei.Opened(app.Launch);
        await app.Mei.Put($"/api/topics/{topic}/closure", new { outcome = "decision", text = $"{ben} decides." })
            .Body();
        var byHand = await app.Mei.Said(app.Launch,
            $"[Ben Okafor][ben]\n\n[ben]: <baton:person/{app.Ben.Id.ToString().ToUpperInvariant()}> 'Okafor'");
        await app.Mei.Say(app.Launch, "Who?", quoteId: byHand).Body();
        await app.Ben.Post("/api/me/deletion", new { password = TestApp.Password }).Body();
        await app.RunJobs();

        await AssertNowhere(app, "Okafor");
        var read = await app.Mei.Read($"/api/messages/{message}");
        Assert.Equal($"Ask [@Former member](baton:person/{app.Ben.Id}) or {mei}", read.Text("body"));
        Assert.Contains($"data-id=\"{app.Ben.Id}\">@Former member</a> or", read.Text("html"), StringComparison.Ordinal);
        Assert.Contains("@Mei Tanaka</a>", read.Text("html"), StringComparison.Ordinal);
        await app.InDb(async db =>
        {
            db.Jobs.Add(ForgetName.Of(app.Ben.Id, DateTime.UnixEpoch));
            return await db.SaveChangesAsync();
        });
        await app.RunJobs();
        Assert.Equal(read.GetRawText(), (await app.Mei.Read($"/api/messages/{message}")).GetRawText());
    }

    [Fact]
    public async Task Nor_does_the_stream_tell_newcomers_how_they_were_called()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Patch("/api/me", new { name = "Ben Okafor", roleText = "Harbour master" }).Body();
        var space = Guid.CreateVersion7();
        await app.Ada.Post("/api/spaces", new { id = space, kind = "group", name = "Other" }).Body();
        await app.Ada.Put($"/api/spaces/{space}/members/{app.Ben.Id}", new { role = "member" }).Body();
        await app.Ben.Post("/api/me/deletion", new { password = TestApp.Password }).Body();

        await app.RunJobs();

        foreach (var words in new[] { "Okafor", "Harbour master" })
        {
            Assert.Empty(await app.InDb(db => db.Changes.Where(c => c.SpaceId != app.Ben.PersonalSpaceId
                && c.Payload.Contains(words)).Select(c => c.Kind).ToListAsync()));
        }

        var joined =
            await app.InDb(db => db.Changes.SingleAsync(c => c.SpaceId == space
                && c.Kind == "member.joined"
                && c.ItemId == app.Ben.Id));
        Assert.Contains("\"member\":{", joined.Payload, StringComparison.Ordinal);
    }

    private static async Task AssertNowhere(TestApp app, string words)
    {
        Assert.Equal(0,
            await app.InDb(db => db.Messages.CountAsync(m => m.Body.Contains(words)
                || m.Html.Contains(words)
                || m.QuoteExcerpt!.Contains(words))));
        Assert.Equal(0,
            await app.InDb(db => db.MessageEdits.CountAsync(e => e.Body.Contains(words) || e.Html.Contains(words))));
        Assert.Equal(0,
            await app.InDb(
                db => db.Tasks.CountAsync(t => t.Description.Contains(words) || t.DescriptionHtml.Contains(words))));
        Assert.Equal(0,
            await app.InDb(db => db.Closures.CountAsync(c => c.Text.Contains(words) || c.Html.Contains(words))));
        Assert.Empty(
            await app.InDb(db => db.Changes.Where(c => c.Payload.Contains(words)).Select(c => c.Kind).ToListAsync()));
    }
}
