using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attachments;

public sealed class UploadAttachmentTests
{
    private static readonly Dictionary<string, string> OneMegabyte = new(StringComparer.Ordinal)
    {
        ["MaxUploadMegabytes"] = "1",
    };

    [Fact]
    public async Task A_file_is_kept_as_it_came()
    {
        await using var app = await TestApp.Start();
        var content = RandomNumberGenerator.GetBytes(300_000);

        var file = await app.Ben.Upload(app.Launch, content, "relay.bin").Body();

        Assert.Equal(("relay.bin", 300_000L, "application/octet-stream"),
            (file.Text("name"), file.GetProperty("size").GetInt64(), file.Text("type")));
        Assert.Equal(content, await app.Ben.Browser.GetByteArrayAsync(file.Text("url")));
        Assert.Null(file.Text("preview"));
    }

    [Fact]
    public async Task A_picture_gets_a_preview_and_tells_its_size()
    {
        await using var app = await TestApp.Start();

        var file = await app.Ben.Upload(app.Launch, SamplePicture.Photograph(2000, 1500, orientation: 6), "team.jpg")
            .Body();

        Assert.Equal((1500, 2000), (file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32()));
        var preview = await app.Ben.Get(file.Text("preview")!);
        Assert.Equal("image/webp", preview.Content.Headers.ContentType?.MediaType);
        using var small = NetVips.Image.NewFromBuffer(await preview.Content.ReadAsByteArrayAsync());
        Assert.Equal((900, 1200), (small.Width, small.Height));
    }

    [Fact]
    public async Task A_name_says_nothing_about_the_type()
    {
        await using var app = await TestApp.Start();

        var file = await app.Ben.Upload(app.Launch,
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "photo.png").Body();

        Assert.Equal("image/svg+xml", file.Text("type"));
        Assert.Null(file.Text("preview"));
    }

    [Fact]
    public async Task Sending_it_twice_keeps_it_once()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        var first = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt", id).Body();
        var second = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt", id).Body();

        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1, await app.InDb(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task Two_that_race_with_one_id_are_one()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();

        var both = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt", id).Body()));

        Assert.All(both, file => Assert.Equal(id, file.Id()));
        Assert.Equal(1, await app.InDb(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt", id).Body();

        await app.Ben.Upload(app.Launch, "relay"u8.ToArray(), "a.txt", id).Refused(409, "id-taken");
        await app.Mei.Upload(app.Launch, "baton"u8.ToArray(), "a.txt", id).Refused(409, "id-taken");
    }

    [Fact]
    public async Task Nothing_is_announced_before_somebody_attaches_it()
    {
        await using var app = await TestApp.Start();

        var answer = await app.Gus.Upload(app.Launch, "baton"u8.ToArray(), "a.txt");

        answer.EnsureSuccessStatusCode();
        Assert.False(answer.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task An_outsider_uploads_nothing()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Refused(404, "space-not-found");

        Assert.Empty(Uploads.Kept(app));
    }

    [Fact]
    public async Task Too_much_is_refused_when_the_request_says_so_and_when_it_does_not()
    {
        await using var app = await TestApp.StartOnSocket(OneMegabyte);
        var content = new byte[(1024 * 1024) + 1];

        Assert.Equal(content.Length - 1, (await app.Ben.Read("/api/me")).GetProperty("maxUploadBytes").GetInt64());
        await app.Ben.Upload(app.Launch, content, "a.bin").Refused(413, "too-large");
        var chunked = new HttpRequestMessage(HttpMethod.Post,
            $"/api/spaces/{app.Launch}/attachments?id={Guid.CreateVersion7()}&name=a.bin")
        {
            Content = new StreamContent(new MemoryStream(content)),
            Headers = { TransferEncodingChunked = true },
        };
        await app.Ben.Browser.SendAsync(chunked).Refused(413, "too-large");

        Assert.Empty(Uploads.Kept(app));
    }

    [Fact]
    public async Task As_much_as_is_allowed_is_taken()
    {
        await using var app = await TestApp.StartOnSocket(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["MaxUploadMegabytes"] = "3" });

        var file = await app.Ben.Upload(app.Launch, new byte[3 * 1024 * 1024], "a.bin").Body();

        Assert.Equal(3 * 1024 * 1024, file.GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var app = await TestApp.StartOnSocket();
        var cookie = await SignedIn.Cookie(app, app.Ben);

        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(app.ClientOptions.BaseAddress.Host, app.ClientOptions.BaseAddress.Port);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/spaces/{app.Launch}/attachments?id={Guid.CreateVersion7()}&name=a.bin HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n"
                + "Content-Length: 500000\r\n\r\n"));
            await stream.WriteAsync(new byte[250_000]);
            await Eventually.True(() => Uploads.Kept(app).Any(), "The upload never began.");
            socket.Client.LingerState = new LingerOption(enable: true, 0);
        }

        await Eventually.True(() => !Uploads.Kept(app).Any(), "Half an upload was left behind.");
        Assert.Equal(0, await app.InDb(db => db.Attachments.CountAsync()));
    }

    [Theory]
    [InlineData("name=a.txt", "id")]
    [InlineData("id=not-an-id&name=a.txt", "id")]
    [InlineData("id=00000000-0000-0000-0000-000000000000&name=a.txt", "id")]
    [InlineData("id=01936f00-0000-7000-8000-000000000001", "name")]
    [InlineData("id=01936f00-0000-7000-8000-000000000001&name=%E2%80%AE", "name")]
    public async Task A_bad_request_names_the_field(string query, string field)
    {
        await using var app = await TestApp.Start();

        var sent = app.Ben.Browser.PostAsync($"/api/spaces/{app.Launch}/attachments?{query}",
            new ByteArrayContent([1]));

        await sent.Refused(400, "invalid", field);
    }

    [Fact]
    public async Task A_path_and_bidi_tricks_leave_a_plain_name()
    {
        await using var app = await TestApp.Start();

        var file = await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "C:\\temp\\..\\invoice\u202Efdp.exe").Body();

        Assert.Equal("invoicefdp.exe", file.Text("name"));
    }

    [Fact]
    public async Task An_archived_space_takes_no_files()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Put($"/api/spaces/{app.Launch}/archival").Body();

        await app.Ben.Upload(app.Launch, "baton"u8.ToArray(), "a.txt").Refused(409, "space-archived");
    }
}
