using NetVips;

namespace Baton.Server.Features.Attachments;

/// <summary>A picture's size as it is seen upright, in pixels, and a small WebP of it.</summary>
public sealed record Preview(int Width, int Height, byte[] Webp);

/// <summary>
/// Makes small pictures of pictures. Only formats libvips trusts itself with are opened, and only as many pixels are
/// decoded as a real camera makes: a bomb is told by its header.
/// </summary>
public sealed class Previews : IDisposable
{
    public const int MaxSide = 1200;
    private const long MaxPixels = 64_000_000;

    private readonly SemaphoreSlim _atOnce = new(2);

    public Previews()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
    }

    /// <summary>Null for what cannot be read as a picture, or has more pixels than is sane.</summary>
    /// <param name="content">Seekable; read from its beginning.</param>
    public async Task<Preview?> Make(Stream content, CancellationToken cancel)
    {
        await _atOnce.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Make(content), cancel);
        }
        catch (VipsException)
        {
            // Broken or not what it says it is: the file is kept, without a preview.
            return null;
        }
        finally
        {
            _atOnce.Release();
        }
    }

    public void Dispose() => _atOnce.Dispose();

    private static Preview? Make(Stream content)
    {
        if (SizeOf(content) is not { } size)
        {
            return null;
        }

        content.Position = 0;
        using var small = Image.ThumbnailStream(content, MaxSide, height: MaxSide, size: Enums.Size.Down);
        // Without metadata: a photo's place and device stay with the original.
        return new Preview(size.Width, size.Height, small.WebpsaveBuffer(q: 78, keep: Enums.ForeignKeep.None));
    }

    private static (int Width, int Height)? SizeOf(Stream content)
    {
        content.Position = 0;
        using var picture = Image.NewFromStream(content, access: Enums.Access.Sequential);
        // EXIF orientations 5 to 8 lie on their side.
        var lies = picture.Contains("orientation") && picture.Get("orientation") is int and >= 5;
        return (long)picture.Width * picture.Height > MaxPixels ? null
            : lies ? (picture.Height, picture.Width)
            : (picture.Width, picture.Height);
    }
}
