using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attachments;

public sealed class ForgetLooseAttachmentsTests
{
    [Fact]
    public async Task What_nobody_attached_is_gone_a_day_later_with_its_bytes()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Upload(app.Launch, SamplePicture.Of(40, 30, ".png"), "a.png").Body();
        Assert.Equal(2, Uploads.Kept(app).Count());

        app.Clock.Advance(TimeSpan.FromHours(23));
        await app.RunJobs();
        Assert.Equal(1, await app.InDb(db => db.Attachments.CountAsync()));

        app.Clock.Advance(TimeSpan.FromHours(2));
        await Uploads.Sweep(app);
        Assert.Equal(0, await app.InDb(db => db.Attachments.CountAsync()));
        Assert.Empty(Uploads.Kept(app));
    }

    [Fact]
    public async Task What_is_attached_stays()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();
        await Attach(app, app.Ben, file.Id());

        app.Clock.Advance(TimeSpan.FromHours(25));
        await Uploads.Sweep(app);

        Assert.Equal("baton", await app.Ben.Browser.GetStringAsync(file.Text("url")));
    }

    [Fact]
    public async Task Bytes_that_another_row_names_stay()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();
        var kept = await app.Mei.Upload(app.Launch, "baton"u8.ToArray(), "b.txt").Body();
        await Attach(app, app.Mei, kept.Id());

        app.Clock.Advance(TimeSpan.FromHours(25));
        await Uploads.Sweep(app);

        Assert.Equal(1, await app.InDb(db => db.Attachments.CountAsync()));
        Assert.Equal("baton", await app.Mei.Browser.GetStringAsync(kept.Text("url")));
    }

    [Fact]
    public async Task Bytes_that_somebody_has_just_sent_again_stay()
    {
        await using var app = await TestApp.Start();
        await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();
        app.Clock.Advance(TimeSpan.FromHours(25));
        // As in the moment between an upload's last byte and its row.
        await app.Mei.Upload(app.Launch, "baton"u8.ToArray(), "b.txt").Body();
        await app.InDb(db => db.Attachments.Where(a => a.Name == "b.txt")
            .ForEachAsync(a => db.Remove(a)).ContinueWith(_ => db.SaveChangesAsync()).Unwrap());

        await Uploads.Sweep(app);

        Assert.Single(Uploads.Kept(app));
    }

    private static async Task Attach(TestApp app, Cast person, Guid id)
    {
        var task = (await (await Board.Of(person, app.Launch)).Task(person)).Id();
        await person.Put($"/api/tasks/{task}/attachments/{id}").Body();
    }
}
