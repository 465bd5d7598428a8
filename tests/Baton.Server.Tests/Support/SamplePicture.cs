using System.Buffers.Binary;
using NetVips;

namespace Baton.Server.Tests.Support;

/// <summary>Pictures made on the spot.</summary>
internal static class SamplePicture
{
    /// <summary>Noise, so that it does not compress to nothing. The format as a file's ending: <c>.png</c>.</summary>
    public static byte[] Of(int width, int height, string format)
    {
        using var picture = Noise(width, height);
        return picture.WriteToBuffer(format);
    }

    /// <summary>A JPEG as a camera writes it: it notes how it was held, and where.</summary>
    public static byte[] Photograph(int width, int height, int orientation)
    {
        using var picture = Noise(width, height);
        using var noted = picture.Mutate(p =>
        {
            p.Set(GValue.GIntType, "orientation", orientation);
            p.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "Lisbon (Lisbon, ASCII, 7 components, 7 bytes)");
        });
        return noted.JpegsaveBuffer();
    }

    /// <summary>A PNG of a few bytes that claims to be large.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var bomb = Of(1, 1, ".png");
        // Width and height of the IHDR chunk; its checksum is made to fit.
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc32(bomb.AsSpan(12, 17)));
        return bomb;
    }

    /// <summary>As PNG's chunks are checked (ISO 3309).</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static Image Noise(int width, int height)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 40, mean: 128, seed: 7);
        using var bands = noise.Bandjoin(noise, noise);
        using var bytes = bands.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
