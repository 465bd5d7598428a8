using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Glass;

/// <summary>Q4: what an admin allows more of begins for each with their next work, and is written down.</summary>
public sealed class GlassPolicyTests
{
    [Fact]
    public async Task Less_holds_at_once()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = 0 }).Body();

        await app.Ada.BreakGlass(app.Launch, app.Mei).Refused(409, "break-glass-receiver-spent");
    }

    [Fact]
    public async Task More_begins_with_each_persons_next_work()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = 0 }).Body();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = 1 }).Body();

        await app.Ada.BreakGlass(app.Launch, app.Mei).Refused(409, "break-glass-receiver-spent");
        // Nine in the morning in Tokyo.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();
    }

    [Fact]
    public async Task Whoever_is_at_work_when_it_changes_has_it_when_they_begin_again()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = 0 }).Body();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = 10 }).Body();

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 8, 59, 0, TimeSpan.Zero));
        await app.Mei.BreakGlass(app.Launch, app.Ada).Refused(409, "break-glass-receiver-spent");
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await app.Mei.BreakGlass(app.Launch, app.Ada).Body();
    }

    [Fact]
    public async Task Every_change_is_kept_with_what_it_replaced()
    {
        await using var app = await TestApp.Start();

        await app.Ada.Patch("/api/workspace", new { breakGlassSent = 3, breakGlassReceived = 4 }).Body();
        await app.Ada.Patch("/api/workspace", new { breakGlassSent = 3 }).Repeated();
        await app.Ada.Patch("/api/workspace", new { name = "Nordlicht" }).Body();

        var change = await app.InDb(db => db.GlassPolicies.SingleAsync());
        Assert.Equal(
            (app.Ada.Id, 1, 3, 2, 4),
            (change.ById, change.SentBefore, change.Sent, change.ReceivedBefore, change.Received));
        var told = (await app.Gus.Read("/api/me")).GetProperty("workspace");
        Assert.Equal(4, told.GetProperty("breakGlassReceived").GetInt32());
    }

    [Fact]
    public async Task Only_who_manages_the_workspace_changes_it_from_none_to_ten()
    {
        await using var app = await TestApp.Start();

        foreach (var person in new[] { app.Mallory, app.Ben, app.Gus })
        {
            await person.Patch("/api/workspace", new { breakGlassSent = 3 }).Refused(403, "right-missing");
        }

        await app.Ada.Patch("/api/workspace", new { breakGlassSent = 11 }).Refused(400, "invalid", "breakGlassSent");
        await app.Ada.Patch("/api/workspace", new { breakGlassReceived = -1 })
            .Refused(400, "invalid", "breakGlassReceived");
    }
}
