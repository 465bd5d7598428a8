using NetVips;

namespace Baton.Server.Kernel.Blobs;

/// <param name="MediaType">By content, never by name: <c>image/jpeg</c>, <c>png</c>, <c>gif</c>, <c>webp</c> or
/// <c>avif</c>.</param>
/// <param name="Width">Pixels, as shown: after the turn that the camera noted.</param>
/// <param name="Height">Pixels, as shown.</param>
public sealed record PictureFacts(string MediaType, int Width, int Height);

/// <summary>
/// Reads pictures that people upload and makes small WebP ones of them: turned upright, in sRGB, without metadata.
/// Only the five formats above are ever decoded (no SVG, no PDF), and nothing with more pixels than
/// <see cref="MaxPixels"/>: a few kilobytes can claim to be a picture of gigabytes.
/// </summary>
public sealed class Pictures : IDisposable
{
    /// <summary>
    /// A 48-megapixel photograph still passes; an interlaced PNG of this size takes 200 MB to decode.
    /// </summary>
    public const int MaxPixels = 50_000_000;

    private const int Quality = 80;

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        ["jpegload"] = "image/jpeg",
        ["pngload"] = "image/png",
        ["gifload"] = "image/gif",
        ["webpload"] = "image/webp",
        ["heifload"] = "image/avif",
    };

    // Decoding is all processor and memory: a burst of uploads waits its turn here instead of taking the machine.
    private readonly SemaphoreSlim _turn = new(2);

    // A picture that breaks off shows as far as it goes, as in a browser; that is nothing to warn of.
    private static readonly Log.LogDelegate Silence = (_, _, _) => { };

    static Pictures()
    {
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Silence);
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in (string[])["Jpeg", "Png", "Nsgif", "Webp", "Heif"])
        {
            Operation.Block($"VipsForeignLoad{loader}", false);
        }

        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
    }

    /// <summary>Reads the header only. Null for what is no picture of the five formats.</summary>
    /// <param name="content">Seekable; left at its beginning.</param>
    public Task<PictureFacts?> Look(Stream content, CancellationToken cancel) =>
        Take(content, stream => FactsOf(stream), cancel);

    /// <summary>The middle of the picture as a square WebP.</summary>
    /// <returns>Null for what is no picture, cannot be read, or has too many pixels.</returns>
    public Task<byte[]?> Square(Stream content, int side, CancellationToken cancel) => Take(
        content,
        stream => Shrink(stream, () => Image.ThumbnailStream(
            stream, side, height: side, crop: Enums.Interesting.Centre, outputProfile: "srgb")),
        cancel);

    /// <summary>The whole picture as a WebP that fits a square; a smaller one keeps its size.</summary>
    /// <returns>Null for what is no picture, cannot be read, or has too many pixels.</returns>
    public Task<byte[]?> Fit(Stream content, int longestSide, CancellationToken cancel) => Take(
        content,
        stream => Shrink(stream, () => Image.ThumbnailStream(
            stream, longestSide, height: longestSide, size: Enums.Size.Down, outputProfile: "srgb")),
        cancel);

    public void Dispose() => _turn.Dispose();

    private async Task<T?> Take<T>(Stream content, Func<Stream, T?> work, CancellationToken cancel)
        where T : class
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => work(content), cancel);
        }
        catch (VipsException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
            _turn.Release();
        }
    }

    private static byte[]? Shrink(Stream content, Func<Image> make)
    {
        if (FactsOf(content) is not { } facts || (long)facts.Width * facts.Height > MaxPixels)
        {
            return null;
        }

        using var small = make();
        return small.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    private static PictureFacts? FactsOf(Stream content)
    {
        content.Position = 0;
        using var header = Image.NewFromStream(content, access: Enums.Access.Sequential);
        content.Position = 0;
        var loader = ((string)header.Get("vips-loader")).Split('_')[0];
        if (!MediaTypes.TryGetValue(loader, out var type) || (loader == "heifload" && !IsAvif(header)))
        {
            return null;
        }

        // EXIF orientations 5 to 8 lie on their side.
        var turned = header.Contains("orientation") && header.Get("orientation") is >= 5 and <= 8;
        return turned
            ? new PictureFacts(type, header.Height, header.Width)
            : new PictureFacts(type, header.Width, header.Height);
    }

    private static bool IsAvif(Image header) =>
        header.Contains("heif-compression") && header.Get("heif-compression") is "av1";
}
