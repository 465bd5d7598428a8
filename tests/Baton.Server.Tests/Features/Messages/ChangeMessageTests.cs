using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Messages;

/// <summary>Editing, deleting and restoring.</summary>
public sealed class ChangeMessageTests
{
    [Fact]
    public async Task An_edit_shows_and_what_stood_there_stays_readable()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch, "first");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Patch($"/api/messages/{id}", new { body = "*second*" }).Body());
        await app.Ben.Patch($"/api/messages/{id}", new { body = "third" }).Body();

        var edits = (await app.Gus.Read($"/api/messages/{id}/edits")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["third", "*second*", "first"], edits.Select(e => e.Text("body")));
        Assert.Equal("<p><em>second</em></p>\n", edits[1].Text("html"));
        Assert.Equal("2026-11-23T09:00:00.000Z", edits[2].Text("at"));
    }

    [Fact]
    public async Task What_it_said_before_comes_page_by_page()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch, "0");
        foreach (var n in Enumerable.Range(1, 4))
        {
            await app.Ben.Patch($"/api/messages/{id}", new { body = $"{n}" }).Body();
        }

        var first = await app.Gus.Read($"/api/messages/{id}/edits?limit=2");
        await app.Ben.Patch($"/api/messages/{id}", new { body = "meanwhile" }).Body();
        var second = await app.Gus.Read($"/api/messages/{id}/edits?limit=2&cursor={first.Text("next")}");
        var third = await app.Gus.Read($"/api/messages/{id}/edits?limit=2&cursor={second.Text("next")}");

        Assert.Equal(["4 3", "2 1", "0"], new[] { first, second, third }.Select(page => page.Words()));
        Assert.Null(third.Text("next"));
        await app.Gus.Get($"/api/messages/{id}/edits?cursor=nonsense").Refused(400, "invalid", "cursor");
        await app.Gus.Get($"/api/messages/{id}/edits?limit=201").Refused(400, "invalid", "limit");
    }

    [Fact]
    public async Task Editing_twice_with_the_same_words_edits_once()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.Ben.Patch($"/api/messages/{id}", new { body = "Good evening" }).Body();

        var again = await app.Ben.Patch($"/api/messages/{id}", new { body = "Good evening" });

        Assert.False(again.Headers.Contains("Baton-Changes"));
        Assert.Equal(1, await app.InDb(db => db.MessageEdits.CountAsync()));
    }

    [Fact]
    public async Task Edits_at_the_same_time_are_all_in_the_history()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch, "0");

        await Task.WhenAll(Enumerable.Range(1, 3)
            .Select(i => app.Ben.Patch($"/api/messages/{id}", new { body = $"{i}" }).Body()));

        var edits = (await app.Ben.Read($"/api/messages/{id}/edits"))
            .GetProperty("items").EnumerateArray().Select(e => e.Text("body")!);
        Assert.Equal(["0", "1", "2", "3"], edits.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_its_author_edits_a_message()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);

        await app.Ada.Patch($"/api/messages/{id}", new { body = "mine" })
            .Refused(403, "right-missing", right: "message.edit.any");
        await app.Gus.Patch($"/api/messages/{id}", new { body = "mine" })
            .Refused(403, "right-missing", right: "message.edit.any");
        await app.Mallory.Patch($"/api/messages/{id}", new { body = "mine" }).Refused(404, "message-not-found");
        await app.Ben.Patch($"/api/messages/{id}", new { body = " " }).Refused(400, "invalid", "body");
        await app.Ben.Patch($"/api/messages/{id}", new { body = new string('x', 40_001) })
            .Refused(400, "invalid", "body");
        await app.Ben.Patch($"/api/messages/{Guid.CreateVersion7()}", new { body = "a" })
            .Refused(404, "message-not-found");
    }

    [Fact]
    public async Task A_deleted_message_leaves_a_tombstone_that_tells_nothing()
    {
        await using var app = await TestApp.Start();
        var quoted = await app.Ben.Said(app.Launch, "quoted");
        var id = (await app.Ben.Say(app.Launch, "secret", quoteId: quoted).Body()).Id();
        await app.Mei.Put($"/api/messages/{id}/reactions/👍").Body();
        await app.Ben.Patch($"/api/messages/{id}", new { body = "secret too" }).Body();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Delete($"/api/messages/{id}").Body());

        var tombstone = await app.Gus.Read($"/api/messages/{id}");
        Assert.Equal("", tombstone.Text("body"));
        Assert.Equal("", tombstone.Text("html"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, tombstone.GetProperty("quote").ValueKind);
        Assert.Equal(0, tombstone.GetProperty("reactions").GetArrayLength());
        Assert.NotNull(tombstone.Text("deletedAt"));
        Assert.Equal(0, (await app.Gus.Read($"/api/messages/{id}/edits")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Deleting_twice_deletes_once()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.Ben.Delete($"/api/messages/{id}").Body();

        var again = await app.Ben.Delete($"/api/messages/{id}");

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task An_author_deletes_their_own_and_an_admin_any()
    {
        await using var app = await TestApp.Start();
        var bens = await app.Ben.Said(app.Launch);
        var guss = await app.Gus.Said(app.Launch);

        await app.Mallory.Delete($"/api/messages/{bens}").Refused(404, "message-not-found");
        await app.Mei.Delete($"/api/messages/{bens}").Refused(403, "right-missing", right: "message.delete.any");
        await app.Gus.Delete($"/api/messages/{bens}").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/messages/{guss}").Body();
        await app.Ada.Delete($"/api/messages/{bens}").Body();
    }

    [Fact]
    public async Task A_deleted_message_is_out_of_reach()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.Ben.Delete($"/api/messages/{id}").Body();

        await app.Ben.Patch($"/api/messages/{id}", new { body = "a" }).Refused(409, "message-deleted");
        await app.Mei.Put($"/api/messages/{id}/reactions/👍").Refused(409, "message-deleted");
        await app.Mei.Delete($"/api/messages/{id}/reactions/👍").Refused(409, "message-deleted");
    }

    [Fact]
    public async Task Whoever_deleted_it_brings_it_back_whole()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch, "back again");
        await app.Mei.Put($"/api/messages/{id}/reactions/👍").Body();
        await app.Ben.Delete($"/api/messages/{id}").Body();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Post($"/api/messages/{id}/restoration").Body());

        var message = await app.Gus.Read($"/api/messages/{id}");
        Assert.Equal("back again", message.Text("body"));
        Assert.Equal("👍", message.GetProperty("reactions")[0].Text("emoji"));
        Assert.False((await app.Ben.Post($"/api/messages/{id}/restoration")).Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task Nobody_else_brings_it_back()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.Ada.Delete($"/api/messages/{id}").Body();

        await app.Ben.Post($"/api/messages/{id}/restoration")
            .Refused(403, "right-missing", right: "message.restore.any");
        await app.Mei.Post($"/api/messages/{id}/restoration")
            .Refused(403, "right-missing", right: "message.delete.any");
        await app.Mallory.Post($"/api/messages/{id}/restoration").Refused(404, "message-not-found");
        await app.Ada.Post($"/api/messages/{id}/restoration").Body();
    }

    [Fact]
    public async Task After_a_day_it_is_gone()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        await app.Ben.Delete($"/api/messages/{id}").Body();
        app.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        await app.Ben.Post($"/api/messages/{id}/restoration").Refused(409, "restoration-late");
    }
}
