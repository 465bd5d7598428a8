using Baton.Server.Features.Messages;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Messages;

public sealed class ReactToMessageTests
{
    [Fact]
    public async Task Reactions_gather_by_emoji_in_the_order_they_came()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Gus.Put($"/api/messages/{id}/reactions/🎉").Body());
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ada.Put($"/api/messages/{id}/reactions/👍").Body());
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Mei.Put($"/api/messages/{id}/reactions/🎉").Body());

        var reactions = (await app.Ben.Read($"/api/messages/{id}")).GetProperty("reactions").EnumerateArray().ToList();

        Assert.Equal(["🎉", "👍"], reactions.Select(r => r.Text("emoji")));
        Assert.Equal([app.Gus.Id, app.Mei.Id],
            reactions[0].GetProperty("personIds").EnumerateArray().Select(p => p.GetGuid()));
    }

    [Fact]
    public async Task Each_person_has_each_emoji_once_and_can_take_it_back()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.Mei.Put($"/api/messages/{id}/reactions/👍").Body();

        var again = await app.Mei.Put($"/api/messages/{id}/reactions/👍");
        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Mei.Delete($"/api/messages/{id}/reactions/👍").Body());
        var gone = await app.Mei.Delete($"/api/messages/{id}/reactions/👍");

        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.True(gone.IsSuccessStatusCode);
        Assert.False(gone.Headers.Contains("Baton-Changes"));
        Assert.Equal(0, await app.InDb(db => db.Reactions.CountAsync()));
    }

    [Theory]
    [InlineData("❤️")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("🇵🇹")]
    [InlineData("👍🏽")]
    [InlineData("1️⃣")]
    [InlineData("✅")]
    [InlineData("‼️")]
    public async Task Any_emoji_will_do(string emoji)
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);

        var message = await app.Mei.Put($"/api/messages/{id}/reactions/{Uri.EscapeDataString(emoji)}").Body();

        Assert.Equal(emoji, message.GetProperty("reactions")[0].Text("emoji"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("👍👍")]
    [InlineData("<b>")]
    [InlineData("\u202E")]
    [InlineData("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030D\u030E\u030F\u0310\u0311\u0312\u0313\u0314\u0315\u0316\u0317\u0318\u0319\u031A\u031B\u031C\u031D\u031E\u031F\u0320\u0321")]
    public async Task Nothing_else_will(string emoji)
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);

        await app.Mei.Put($"/api/messages/{id}/reactions/{Uri.EscapeDataString(emoji)}")
            .Refused(400, "invalid", "emoji");
        await app.Mei.Delete($"/api/messages/{id}/reactions/{Uri.EscapeDataString(emoji)}")
            .Refused(400, "invalid", "emoji");
    }

    [Fact]
    public async Task A_message_holds_a_thousand()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.InDb(db =>
        {
            db.Reactions.AddRange(Enumerable.Range(0, Message.MaxReactions).Select(
                _ => Reaction.Of(id, "🎉", Guid.CreateVersion7(), app.Clock.GetUtcNow().UtcDateTime)));
            return db.SaveChangesAsync();
        });

        await app.Mei.Put($"/api/messages/{id}/reactions/👍").Refused(409, "reactions-full");
    }

    [Fact]
    public async Task An_outsider_finds_no_message()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);

        await app.Mallory.Put($"/api/messages/{id}/reactions/👍").Refused(404, "message-not-found");
        await app.Mallory.Delete($"/api/messages/{id}/reactions/👍").Refused(404, "message-not-found");
    }
}
