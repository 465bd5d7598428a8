using System.Net.Http.Headers;
using Baton.Server.Tests.Support;
using NetVips;
using static Baton.Server.Tests.Support.Transitions;

namespace Baton.Server.Tests.Features.People;

public sealed class ChangePictureTests
{
    [Fact]
    public async Task A_PDF_is_told_that_it_is_no_picture()
    {
        await using var app = await TestApp.Start();
        using var pdf = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        pdf.Headers.ContentType = new("application/pdf");

        var refused = await app.Ben.Browser.PutAsync("/api/me/picture", pdf);

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("That is not a picture. Choose a PNG, JPEG or WebP.", await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photograph_becomes_a_square_that_everybody_in_my_spaces_sees()
    {
        await using var app = await TestApp.Start();

        await VerifyTransition(app.Mei, app.Launch,
            () => Upload(app.Ben, SamplePicture.Photograph(1200, 800, orientation: 6)).Body());

        var address = await AddressOf(app.Ben);
        var answer = await app.Mei.Get(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var picture = Image.NewFromBuffer(bytes);
        Assert.Equal((512, 512), (picture.Width, picture.Height));
        Assert.DoesNotContain("Lisbon"u8.ToArray(), bytes);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData(48)]
    [InlineData(96)]
    public async Task A_small_face_is_a_small_picture(int size)
    {
        await using var app = await TestApp.Start();
        await Upload(app.Ben, SamplePicture.Of(600, 600, ".png")).Body();

        var bytes = await (await app.Mei.Get($"{await AddressOf(app.Ben)}?size={size}")).Content.ReadAsByteArrayAsync();

        using var picture = Image.NewFromBuffer(bytes);
        Assert.Equal((size, size), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task The_same_picture_twice_is_announced_once()
    {
        await using var app = await TestApp.Start();
        var picture = SamplePicture.Of(600, 600, ".png");
        await Upload(app.Ben, picture).Body();

        var again = await Upload(app.Ben, picture);

        Assert.True(again.IsSuccessStatusCode);
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task A_picture_that_was_taken_away_is_gone()
    {
        await using var app = await TestApp.Start();
        await Upload(app.Ben, SamplePicture.Of(600, 600, ".png")).Body();
        var address = await AddressOf(app.Ben);

        await VerifyTransition(app.Mei, app.Launch, () => app.Ben.Delete("/api/me/picture").Body());
        var again = await app.Ben.Delete("/api/me/picture");

        Assert.Null((await app.Ben.Read("/api/me")).GetProperty("person").Text("picture"));
        Assert.False(again.Headers.Contains("Baton-Changes"));
        await app.Mei.Get(address).Refused(404, "picture-not-found");
    }

    [Fact]
    public async Task A_guest_sees_the_pictures_of_people_in_their_spaces_only()
    {
        await using var app = await TestApp.Start();
        await Upload(app.Ben, SamplePicture.Of(600, 600, ".png")).Body();
        await Upload(app.Mallory, SamplePicture.Of(500, 600, ".png")).Body();

        Assert.True((await app.Gus.Get(await AddressOf(app.Ben))).IsSuccessStatusCode);
        await app.Gus.Get(await AddressOf(app.Mallory)).Refused(404, "picture-not-found");
        await app.Stranger().GetAsync(await AddressOf(app.Ben)).Refused(401, "sign-in-needed");
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='alert(1)'/>")]
    [InlineData("GIF89a, but not really")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused(string content)
    {
        await using var app = await TestApp.Start();

        await Upload(app.Ben, System.Text.Encoding.UTF8.GetBytes(content)).Refused(400, "invalid", "picture");
    }

    [Fact]
    public async Task A_picture_bomb_is_refused()
    {
        await using var app = await TestApp.Start();
        var bomb = SamplePicture.Bomb(30_000, 30_000);

        await Upload(app.Ben, bomb).Refused(400, "invalid", "picture");
    }

    [Fact]
    public async Task More_than_ten_megabytes_are_too_large()
    {
        await using var app = await TestApp.Start();

        await Upload(app.Ben, new byte[(10 * 1024 * 1024) + 1]).Refused(413, "too-large");
    }

    [Fact]
    public async Task Another_size_is_refused()
    {
        await using var app = await TestApp.Start();
        await Upload(app.Ben, SamplePicture.Of(600, 600, ".png")).Body();

        await app.Mei.Get($"{await AddressOf(app.Ben)}?size=49").Refused(400, "invalid", "size");
    }

    private static async Task<string> AddressOf(Cast person) =>
        (await person.Read("/api/me")).GetProperty("person").Text("picture")!;

    private static Task<HttpResponseMessage> Upload(Cast person, byte[] picture)
    {
        var content = new ByteArrayContent(picture);
        // What the browser claims counts for nothing.
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return person.Browser.PutAsync("/api/me/picture", content);
    }
}
