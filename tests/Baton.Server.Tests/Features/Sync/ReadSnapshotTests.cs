using System.Net;
using System.Text.Json.Nodes;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

public sealed class ReadSnapshotTests
{
    private const int Snapshots = 25;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whenever_it_is_taken_the_changes_after_it_lead_to_the_present(int seed)
    {
        await using var app = await TestApp.Start();
        using var enough = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 3)
            .Select(i => Write(app, new Random((seed * 100) + i), enough.Token)).ToList();
        var snapshots = new List<JsonObject>();
        while (snapshots.Count < Snapshots)
        {
            snapshots.Add(await Transitions.Snapshot(app.Mei, app.Launch));
        }

        await enough.CancelAsync();
        await Task.WhenAll(writing);
        var present = await Transitions.Snapshot(app.Mei, app.Launch);
        foreach (var replica in snapshots)
        {
            await Transitions.CatchUp(replica, app.Mei, app.Launch);
            Transitions.VerifySame(present, replica);
        }
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_until_something_changes()
    {
        await using var app = await TestApp.Start();
        var tag = (await app.Ben.Get($"/api/spaces/{app.Launch}/snapshot")).Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.NotModified, (await Ask(app, tag)).StatusCode);
        await app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = "Lift-off" }).Body();
        Assert.Equal(HttpStatusCode.OK, (await Ask(app, tag)).StatusCode);
    }

    [Fact]
    public async Task Who_left_is_still_known_by_what_they_wrote_and_only_then()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Post($"/api/spaces/{app.Launch}/messages",
            new { id = Guid.CreateVersion7(), body = "I leave you this." }).Body();
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Ben.Id}").Body();
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Gus.Id}").Body();

        var snapshot = await app.Mei.Read($"/api/spaces/{app.Launch}/snapshot");

        Assert.Equal(
            new[] { app.Ada.Id, app.Ben.Id, app.Mei.Id }.Order(),
            snapshot.GetProperty("people").EnumerateArray().Select(p => p.Id()).Order());
        Assert.Equal(
            new[] { app.Ada.Id, app.Mei.Id }.Order(),
            snapshot.GetProperty("members").EnumerateArray().Select(m => m.Id("personId")).Order());
    }

    [Fact]
    public async Task A_stranger_is_told_that_there_is_none()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Get($"/api/spaces/{app.Launch}/snapshot").Refused(404, "space-not-found");
    }

    /// <summary>What happens in a busy space, at random: some of it refused, for others were there first.</summary>
    private static async Task Write(TestApp app, Random random, CancellationToken enough)
    {
        Cast[] others = [app.Ben, app.Gus, app.Mallory];
        while (!enough.IsCancellationRequested)
        {
            var other = others[random.Next(others.Length)];
            await (random.Next(6) switch
            {
                0 => app.Ada.Patch($"/api/spaces/{app.Launch}", new { name = $"Launch {random.Next(5)}" }),
                1 =>
                    app.Ada.Patch($"/api/spaces/{app.Launch}",
                        new { colour = random.Next(2) == 0 ? "pink" : "teal", emoji = "🚀" }),
                2 => app.Ada.Delete($"/api/spaces/{app.Launch}/members/{other.Id}"),
                3 => app.Ada.Put($"/api/spaces/{app.Launch}/members/{other.Id}", new { role = "guest" }),
                4 => app.Ada.Put($"/api/spaces/{app.Launch}/members/{other.Id}", new { role = "admin" }),
                _ => random.Next(2) == 0
                    ? app.Ada.Put($"/api/spaces/{app.Launch}/archival")
                    : app.Ada.Delete($"/api/spaces/{app.Launch}/archival"),
            });
        }
    }

    private static Task<HttpResponseMessage> Ask(TestApp app, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/spaces/{app.Launch}/snapshot");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return app.Ben.Browser.SendAsync(request);
    }
}
