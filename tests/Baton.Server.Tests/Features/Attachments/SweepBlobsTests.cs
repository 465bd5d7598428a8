using System.Net.Http.Headers;
using Baton.Server.Data;
using Baton.Server.Features.Attachments;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Attachments;

public sealed class SweepBlobsTests
{
    [Fact]
    public async Task Bytes_whose_row_a_crash_prevented_are_gone_after_a_day()
    {
        await using var app = await TestApp.Start();
        await app.Services.GetRequiredService<BlobStore>().Save("baton"u8.ToArray(), CancellationToken.None);

        app.Clock.Advance(TimeSpan.FromHours(23));
        await Uploads.Sweep(app);
        Assert.Single(Uploads.Kept(app));

        app.Clock.Advance(TimeSpan.FromHours(2));
        await Uploads.Sweep(app);
        await Uploads.Sweep(app);
        Assert.Empty(Uploads.Kept(app));
    }

    [Fact]
    public async Task A_replaced_picture_goes_and_the_present_one_stays()
    {
        await using var app = await TestApp.Start();
        await Show(app.Ben, SamplePicture.Of(40, 30, ".png"));
        var replaced = Uploads.Kept(app).Single();
        await Show(app.Ben, SamplePicture.Of(60, 60, ".png"));

        app.Clock.Advance(TimeSpan.FromHours(25));
        await Uploads.Sweep(app);

        Assert.DoesNotContain(replaced, Uploads.Kept(app));
        var picture = (await app.Ben.Read("/api/me")).GetProperty("person").Text("picture")!;
        (await app.Ben.Get(picture)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Old_bytes_that_somebody_is_sending_again_stay()
    {
        await using var app = await TestApp.Start();
        var blobs = app.Services.GetRequiredService<BlobStore>();
        await blobs.Save("baton"u8.ToArray(), CancellationToken.None);
        app.Clock.Advance(TimeSpan.FromDays(3));
        // As in the moment between an upload's last byte and its row.
        await blobs.Save("baton"u8.ToArray(), CancellationToken.None);

        await Uploads.Sweep(app);

        Assert.Single(Uploads.Kept(app));
    }

    [Fact]
    public async Task What_a_crash_amid_the_sweep_had_put_aside_comes_back()
    {
        await using var app = await TestApp.Start();
        var file = (await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body()).Text("url")!;
        var path = Uploads.Kept(app).Single();
        File.Move(path, Path.Combine(app.DataFolder, "blobs", "incoming", $"{Path.GetFileName(path)}-0198.aside"));

        await using var restarted = await app.SecondNode();
        var ben = await restarted.Visit(app.Ben);

        Assert.Equal("baton", await ben.Browser.GetStringAsync(file));
    }

    [Fact]
    public async Task It_is_done_every_night_for_good()
    {
        await using var app = await TestApp.Start();
        var runner = app.Services.GetRequiredService<JobRunner>();
        await runner.ScheduleOwn(CancellationToken.None);
        await runner.ScheduleOwn(CancellationToken.None);
        var own = await app.InDb(db => db.Jobs.CountAsync());

        Assert.Equal(own, await app.RunJobs());
        Assert.Equal(0, await app.RunJobs());
        var daily = await app.InDb(db => db.Jobs.Select(j => j.Kind).Order().ToListAsync());
        app.Clock.SetUtcNow(new DateTimeOffset(app.Clock.GetUtcNow().Date.AddDays(1), TimeSpan.Zero));
        Assert.Equal(0, await app.RunJobs());
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(daily.Count, await app.RunJobs());

        Assert.Single(daily, SweepBlobs.Kind);
        Assert.Equal(daily, await app.InDb(db => db.Jobs.Select(j => j.Kind).Order().ToListAsync()));
    }

    [Fact]
    public async Task One_that_fails_all_day_is_tried_again_the_next()
    {
        await using var app = await TestApp.Start(services: services => services.AddDailyJob<Broken>("Break"));
        await app.Services.GetRequiredService<JobRunner>().ScheduleOwn(CancellationToken.None);

        for (var attempt = 0; attempt < Job.MaxAttempts; attempt++)
        {
            await app.RunJobs();
            app.Clock.Advance(TimeSpan.FromHours(2));
        }

        var job = await app.InDb(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == "Break"));
        Assert.Null(job.DeadAt);
        Assert.Equal(0, job.Attempts);
        Assert.Contains("no broom", job.LastError, StringComparison.Ordinal);
    }

    private static async Task Show(Cast person, byte[] picture)
    {
        var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        await person.Browser.PutAsync("/api/me/picture", content).Body();
    }

    private sealed class Broken : IJob
    {
        public Task Run(string payload, CancellationToken cancel) =>
            throw new InvalidOperationException("There is no broom.");
    }
}
