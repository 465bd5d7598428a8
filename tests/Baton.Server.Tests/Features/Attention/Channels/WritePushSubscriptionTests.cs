using Baton.Server.Features.Attention.Channels;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Channels;

public sealed class WritePushSubscriptionTests
{
    [Fact]
    public async Task A_device_is_there_once_however_often_it_is_said()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        var id = Guid.CreateVersion7();

        var once = await app.Mei.Put(At(id), service.Subscription()).Body();
        var twice = await app.Mei.Put(At(id), service.Subscription()).Body();

        Assert.Equal(once.GetRawText(), twice.GetRawText());
        var device = Assert.Single((await app.Mei.Read("/api/me/channels")).GetProperty("push").EnumerateArray());
        Assert.Equal(("Phone", true), (device.Text("device"), device.GetProperty("here").GetBoolean()));
    }

    [Fact]
    public async Task A_device_without_a_name_is_called_what_its_browser_says()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        app.Mei.Browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0");

        await app.Mei.Put(At(Guid.CreateVersion7()), new
        {
            endpoint = service.Endpoint,
            p256dh = service.Key,
            auth = service.Secret,
        }).Body();

        var device = await app.InDb(db => db.PushSubscriptions.Select(s => s.Device).SingleAsync());
        Assert.Equal("Firefox on Linux", device);
    }

    [Fact]
    public async Task A_browser_that_subscribes_anew_takes_its_own_place()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        var second = await service.Subscribe(app.Mei);

        Assert.Equal(second, await app.InDb(db => db.PushSubscriptions.Select(s => s.Id).SingleAsync()));
    }

    [Fact]
    public async Task Removed_it_is_gone()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        var id = await service.Subscribe(app.Mei);

        await app.Mei.Delete(At(id)).Body();

        Assert.Equal(0, await app.InDb(db => db.PushSubscriptions.CountAsync()));
        await app.Mei.Delete(At(id)).Refused(404, "subscription-not-found");
    }

    [Fact]
    public async Task Mallory_neither_changes_nor_removes_nor_sees_it()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        var id = await service.Subscribe(app.Mei);

        await app.Mallory.Put(At(id), service.Subscription()).Refused(404, "subscription-not-found");
        await app.Mallory.Delete(At(id)).Refused(404, "subscription-not-found");

        Assert.Empty((await app.Mallory.Read("/api/me/channels")).GetProperty("push").EnumerateArray());
        // Nor does she take it away by naming the same browser.
        await service.Subscribe(app.Mallory);
        Assert.Equal(2, await app.InDb(db => db.PushSubscriptions.CountAsync()));
    }

    [Theory]
    [InlineData("http://push.example.net/a")]
    [InlineData("https://127.0.0.1/a")]
    [InlineData("https://10.0.0.8/a")]
    [InlineData("https://[::1]/a")]
    [InlineData("https://[::ffff:192.168.1.1]/a")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://0x7f.1/a")]
    [InlineData("https://user:word@push.example.net/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nothing")]
    public async Task What_is_no_public_address_by_https_is_refused(string endpoint)
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start();

        await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription(endpoint))
            .Refused(400, "invalid", "endpoint");
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_reached_when_it_is_sent()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);
        // As if the name had been public when it was entered, and now stood for this machine.
        await app.InDb(async db =>
        {
            var device = await db.PushSubscriptions.SingleAsync();
            device.Lead(
                device.Target with { Endpoint = new UriBuilder(service.Endpoint) { Host = "127.0.0.1" }.Uri },
                device.SessionId, device.Device);
            return await db.SaveChangesAsync();
        });
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal(0, service.Calls);
        Assert.Equal(AttemptState.Failed, await app.InDb(db => db.ChannelAttempts.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Keys_that_no_browser_has_are_refused()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        // Not on the curve: one bit is another.
        var off = service.Key[..^2] + (service.Key[^2] == 'A' ? 'Q' : 'A') + service.Key[^1];

        await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription(key: off)).Refused(400, "invalid", "p256dh");
        await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription(key: "AAAA"))
            .Refused(400, "invalid", "p256dh");
        await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription(secret: "AAAA"))
            .Refused(400, "invalid", "auth");
        await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription(device: new string('x', 81)))
            .Refused(400, "invalid", "device");
        await app.Mei.Put(
                At(Guid.CreateVersion7()), service.Subscription(service.Endpoint + new string('x', 1000)))
            .Refused(400, "invalid", "endpoint");
    }

    [Fact]
    public async Task Twenty_devices_are_enough()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        for (var device = 0; device < PushSubscription.MaxPerPerson; device++)
        {
            await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription($"{service.Endpoint}?{device}")).Body();
        }

        await app.Mei.Put(At(Guid.CreateVersion7()), service.Subscription()).Refused(409, "push-subscriptions-full");
    }

    [Fact]
    public async Task All_nodes_have_one_key()
    {
        await using var app = await TestApp.Start();

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Mei.Read("/api/push/key")));

        Assert.Single(keys.Select(key => key.Text("key")).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await app.InDb(db => db.PushKeys.CountAsync()));
    }

    [Fact]
    public async Task Whoever_leaves_the_workspace_leaves_no_device_behind()
    {
        await using var service = await FakePushService.Open();
        await using var app = await TestApp.Start(OutsideWorld.Allowed);
        await service.Subscribe(app.Mei);

        await app.Ada.Delete($"/api/people/{app.Mei.Id}").Body();

        Assert.Equal(0, await app.InDb(db => db.PushSubscriptions.CountAsync()));
    }

    private static string At(Guid id) => $"/api/me/push-subscriptions/{id}";
}
