using Baton.Server.Features.Attention.Channels;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Channels;

/// <summary>
/// A device hears of a batch. It is Monday, 18:00 in Tokyo; Mei's batches come at 09:00, 13:00 and 16:00.
/// </summary>
public sealed class PushBatchTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Her_device_hears_of_her_batch_when_it_comes_and_nobody_in_between_can_read_it()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.Ada.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddMinutes(-1));
        Assert.Empty(service.Received);
        await app.LiveUntil(MeisMorning.AddHours(1));

        var push = Assert.Single(service.Received);
        Assert.Equal("2 things wait for you", push.News.Text("title"));
        Assert.Equal("Who signs it?", push.News.Text("body"));
        Assert.Equal("/inbox", push.News.Text("url"));
        var batch = await app.InDb(db => db.Batches.Select(b => b.Id).SingleAsync());
        Assert.Equal($"{batch}", push.News.Text("tag"));
        Assert.Equal("aes128gcm", push.Headers.ContentEncoding);
        Assert.Equal("inbox", push.Headers["Topic"]);
        Assert.StartsWith("vapid t=", push.Headers.Authorization.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            (await app.Mei.Read("/api/push/key")).Text("key")!, push.Headers.Authorization.ToString(),
            StringComparison.Ordinal);
        // Eight hours of work are left to her.
        Assert.Equal($"{8 * 3600}", push.Headers["TTL"]);
    }

    [Fact]
    public async Task The_push_service_forgets_it_when_her_focus_begins()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        await app.Mei.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new
        {
            kind = "focus",
            firstDay = "2026-11-24",
            start = "10:00",
            end = "12:00",
        }).Body();
        await app.RunJobs();
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddMinutes(5));

        Assert.Equal("3600", Assert.Single(service.Received).Headers["TTL"]);
    }

    [Fact]
    public async Task What_a_device_shows_is_asked_anew_and_is_nothing_in_focus_after_work_or_when_it_is_done()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        var first = (await app.Ben.Asked(app.Launch, app.Mei)).Id();
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Ada.Asked(app.Launch, app.Mei, role: "decide");
        await app.LiveUntil(MeisMorning.AddHours(4).AddMinutes(1));
        async Task<(int, string?)> Shown() => await app.Mei.Read("/api/me/notice") is var notice
            ? (notice.GetProperty("waiting").GetInt32(), notice.Text("title"))
            : default;

        // The second says that the first waits still.
        Assert.Equal("2 things wait for you", service.Received.Last().News.Text("title"));
        Assert.Equal((2, "2 things wait for you"), await Shown());
        await app.Mei.Put($"/api/asks/{first}/answer").Body();
        Assert.Equal((1, "One thing waits for you"), await Shown());
        var focus = $"/api/me/calendar/{Guid.CreateVersion7()}";
        await app.Mei.Put(
            focus, new { kind = "focus", firstDay = "2026-11-24", start = "13:00", end = "14:00" }).Body();
        Assert.Equal((0, ""), await Shown());
        await app.Mei.Delete(focus).Body();
        app.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal((0, ""), await Shown());
        Assert.Equal(0, (await app.Mallory.Read("/api/me/notice")).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task What_is_only_to_be_known_makes_no_device_sound()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        await app.Informed(app.Ben, app.Mei);

        await app.LiveUntil(MeisMorning.AddDays(1));

        Assert.Equal(0, service.Calls);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_device_that_is_gone_is_removed(int status)
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        service.Status = status;
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Equal(1, service.Calls);
        Assert.Empty(await Devices(app.Mei));
        Assert.Equal(AttemptState.Gone, await app.InDb(db => db.ChannelAttempts.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task A_push_service_that_asks_to_wait_is_left_alone_that_long()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        (service.Status, service.RetryAfter) = (429, 600);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddMinutes(9));
        Assert.Equal(1, service.Calls);
        service.Status = 201;

        await app.LiveUntil(MeisMorning.AddMinutes(10));

        Assert.Single(service.Received);
        Assert.Equal(2, service.Calls);
    }

    [Fact]
    public async Task A_device_that_cannot_be_reached_batch_after_batch_is_given_up_in_the_end()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        service.Status = 503;
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(1));
        Assert.True(Assert.Single(await Devices(app.Mei)).GetProperty("problem").GetBoolean());
        Assert.Equal(8, service.Calls);

        foreach (var batch in (int[])[4, 7, 24, 28])
        {
            await app.LiveUntil(MeisMorning.AddHours(batch - 1));
            await app.Ben.Asked(app.Launch, app.Mei);
            await app.LiveUntil(MeisMorning.AddHours(batch).AddMinutes(45));
        }

        Assert.Empty(await Devices(app.Mei));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        service.Status = 307;
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddHours(1));

        Assert.Equal(1, service.Calls);
        Assert.True(Assert.Single(await Devices(app.Mei)).GetProperty("problem").GetBoolean());
    }

    [Fact]
    public async Task What_comes_too_late_for_her_day_comes_the_next()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        (service.Status, service.RetryAfter) = (503, 3600);
        await app.LiveUntil(MeisMorning.AddHours(5));
        await app.Ben.Ask(app.Launch, new
        {
            addressees = new[] { new { personId = app.Mei.Id, role = "answer" } },
            respondIn = 4000,
        }).Body();
        // Her last batch, one hour before her day ends.
        await app.LiveUntil(MeisMorning.AddHours(7).AddMinutes(10));
        Assert.Equal(1, service.Calls);
        (service.Status, service.RetryAfter) = (201, null);

        await app.LiveUntil(MeisMorning.AddDays(1).AddMinutes(-1));
        Assert.Empty(service.Received);
        await app.LiveUntil(MeisMorning.AddDays(1).AddHours(1));

        Assert.Single(service.Received);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        var other = await app.Visit(app.Mei);
        await service.Subscribe(other);

        await app.Mei.Delete("/api/sessions/current").Body();

        // The browser's endpoint was made anew by the other session, which is still signed in.
        Assert.Single(await Devices(other));
        await other.Delete("/api/sessions/current").Body();
        Assert.Equal(0, await app.InDb(db => db.PushSubscriptions.CountAsync()));
    }

    [Fact]
    public async Task A_session_that_is_revoked_takes_its_device_with_it()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        var other = await app.Visit(app.Mei);
        var first = (await other.Read("/api/sessions")).EnumerateArray()
            .Single(session => !session.GetProperty("current").GetBoolean()).Id();
        await app.Ben.Asked(app.Launch, app.Mei);

        await other.Delete($"/api/sessions/{first}").Body();
        await app.LiveUntil(MeisMorning.AddHours(1));

        Assert.Empty(await Devices(other));
        Assert.Equal(0, service.Calls);
    }

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> Devices(Cast who) =>
        [.. (await who.Read("/api/me/channels")).GetProperty("push").EnumerateArray()];
}
