using Baton.Server.Kernel.Blobs;
using Baton.Server.Tests.Support;
using NetVips;

namespace Baton.Server.Tests.Kernel.Blobs;

public sealed class PicturesTests : IDisposable
{
    private readonly Pictures _pictures = new();

    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".png", "image/png")]
    [InlineData(".gif", "image/gif")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".avif", "image/avif")]
    public async Task The_format_and_the_size_are_told_by_the_content(string format, string type)
    {
        var facts = await _pictures.Look(new MemoryStream(SamplePicture.Of(64, 40, format)), CancellationToken.None);

        Assert.Equal(new PictureFacts(type, 64, 40), facts);
    }

    [Fact]
    public async Task A_photograph_is_turned_upright_and_loses_what_the_camera_noted()
    {
        var photograph = SamplePicture.Photograph(400, 300, orientation: 6);
        Assert.Contains("Lisbon"u8.ToArray(), photograph);

        var facts = await _pictures.Look(new MemoryStream(photograph), CancellationToken.None);
        var preview = await _pictures.Fit(new MemoryStream(photograph), 200, CancellationToken.None);

        Assert.Equal((300, 400), (facts!.Width, facts.Height));
        using var small = Image.NewFromBuffer(preview!);
        Assert.Equal((150, 200), (small.Width, small.Height));
        Assert.DoesNotContain("Lisbon"u8.ToArray(), preview!);
        Assert.DoesNotContain(small.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_square_is_cut_from_the_middle_and_filled_even_from_a_small_picture()
    {
        var square = await _pictures.Square(new MemoryStream(SamplePicture.Of(30, 90, ".png")), 48,
            CancellationToken.None);

        using var small = Image.NewFromBuffer(square!);
        Assert.Equal((48, 48), (small.Width, small.Height));
        Assert.Equal("webpload_buffer", small.Get("vips-loader"));
    }

    [Fact]
    public async Task A_small_picture_is_not_blown_up_to_fit()
    {
        var preview = await _pictures.Fit(new MemoryStream(SamplePicture.Of(30, 90, ".png")), 512,
            CancellationToken.None);

        using var small = Image.NewFromBuffer(preview!);
        Assert.Equal((30, 90), (small.Width, small.Height));
    }

    [Fact]
    public async Task A_picture_bomb_is_refused_by_its_header()
    {
        var bomb = SamplePicture.Bomb(30_000, 30_000);

        var facts = await _pictures.Look(new MemoryStream(bomb), CancellationToken.None);
        var square = await _pictures.Square(new MemoryStream(bomb), 512, CancellationToken.None);

        Assert.Equal(30_000, facts!.Width);
        Assert.Null(square);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>")]
    [InlineData("%PDF-1.7")]
    [InlineData("P3 1 1 255 0 0 0")]
    [InlineData("not a picture")]
    [InlineData("")]
    public async Task Other_formats_are_no_pictures(string content)
    {
        var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Null(await _pictures.Look(stream, CancellationToken.None));
        Assert.Null(await _pictures.Square(stream, 512, CancellationToken.None));
    }

    [Fact]
    public async Task A_picture_that_breaks_off_shows_as_far_as_it_goes()
    {
        var whole = SamplePicture.Of(400, 300, ".png");

        Assert.NotNull(
            await _pictures.Square(new MemoryStream(whole[..(whole.Length / 2)]), 512, CancellationToken.None));
        Assert.Null(await _pictures.Square(new MemoryStream(whole[..20]), 512, CancellationToken.None));
    }

    public void Dispose() => _pictures.Dispose();
}
