using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attachments;

public sealed class ReadAttachmentTests
{
    [Fact]
    public async Task Text_is_shown_in_place_and_can_run_nothing()
    {
        await using var app = await TestApp.Start();

        var answer = await Read(app, "naïve plan\n"u8.ToArray(), "plän.md");

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("plän.md", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal((true, true, null),
            (answer.Headers.CacheControl!.Private,
                answer.Headers.CacheControl.NoCache, answer.Headers.CacheControl.MaxAge));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<?xml version='1.0'?><a xmlns='http://www.w3.org/1999/xhtml'/>")]
    [InlineData("%PDF-1.7\n")]
    public async Task What_a_browser_could_run_is_only_downloaded(string content)
    {
        await using var app = await TestApp.Start();

        var answer = await Read(app, Encoding.UTF8.GetBytes(content), "picture.png");

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task A_part_of_it_can_be_asked_for()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "0123456789"u8.ToArray(), "a.txt").Body();
        var request = new HttpRequestMessage(HttpMethod.Get, file.Text("url"))
        {
            Headers = { Range = new RangeHeaderValue(3, 5) },
        };

        var answer = await app.Ben.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("345", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();
        var first = await app.Ben.Get(file.Text("url")!);

        var again = await app.Ben.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, file.Text("url"))
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        });

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Who_has_it_already_and_may_no_longer_see_it_is_refused()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();
        await Attach(app, file.Id());
        var first = await app.Gus.Get(file.Text("url")!);
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Gus.Id}").Body();

        var again = app.Gus.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, file.Text("url"))
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        });

        Assert.True(first.Headers.CacheControl!.NoCache);
        await again.Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task A_loose_file_is_its_uploaders_alone()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();

        await app.Ada.Get(file.Text("url")!).Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task An_attached_file_is_read_by_everybody_in_the_space_and_nobody_else()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, SamplePicture.Of(40, 30, ".png"), "a.png").Body();
        await Attach(app, file.Id());

        (await app.Gus.Get(file.Text("url")!)).EnsureSuccessStatusCode();
        (await app.Gus.Get(file.Text("preview")!)).EnsureSuccessStatusCode();
        await app.Mallory.Get(file.Text("url")!).Refused(404, "attachment-not-found");
        await app.Mallory.Get(file.Text("preview")!).Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task A_file_of_a_deleted_message_is_withheld()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();
        await Attach(app, file.Id(), withhold: true);

        await app.Ben.Get(file.Text("url")!).Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task A_file_without_a_preview_has_none()
    {
        await using var app = await TestApp.Start();
        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Body();

        await app.Ben.Get($"/api/attachments/{file.Id()}/preview").Refused(404, "preview-not-found");
    }

    private static async Task<HttpResponseMessage> Read(TestApp app, byte[] content, string name)
    {
        var file = await app.Ben.Upload(app.Launch, content, name).Body();
        var answer = await app.Ben.Get(file.Text("url")!);
        answer.EnsureSuccessStatusCode();
        return answer;
    }

    private static Task<int> Attach(TestApp app, Guid id, bool withhold = false) => app.InDb(async db =>
    {
        var attachment = (await db.Attachments.FindAsync(id))!;
        attachment.AttachToMessage(Guid.CreateVersion7(), attachment.UploadedAt, attachment.UploadedAt);
        if (withhold)
        {
            attachment.Withhold(attachment.UploadedAt);
        }

        return await db.SaveChangesAsync();
    });
}
