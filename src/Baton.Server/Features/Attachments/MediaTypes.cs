using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Baton.Server.Features.Attachments;

/// <summary>
/// Tells what bytes are by how they begin; a name can lie. Signatures after the WHATWG MIME Sniffing Standard and
/// each format's own specification. What nobody recognises is <c>application/octet-stream</c>.
/// </summary>
public static class MediaTypes
{
    public const string Unknown = "application/octet-stream";
    public const string PlainText = "text/plain";

    /// <summary>How many bytes of the beginning are looked at.</summary>
    public const int Looked = 4096;

    /// <summary>Pictures that a preview may be made of.</summary>
    public static bool IsPicture(string type) =>
        type is "image/png" or "image/jpeg" or "image/gif" or "image/webp" or "image/avif";

    /// <summary>
    /// What a browser may show in place. Everything else, SVG and HTML above all, is only ever downloaded.
    /// </summary>
    public static bool IsShownInline(string type) => IsPicture(type) || type is PlainText
        or "audio/mpeg" or "audio/wav" or "audio/flac" or "audio/ogg" or "audio/aac" or "audio/mp4"
        or "video/mp4" or "video/webm" or "video/ogg" or "video/quicktime";

    public static string Of(ReadOnlySpan<byte> head)
    {
        foreach (var (offset, bytes, type) in Signatures)
        {
            if (head.Length >= offset + bytes.Length && head[offset..].StartsWith(bytes))
            {
                return type;
            }
        }

        return head.StartsWith("RIFF"u8) && head.Length >= 12 ? OfRiff(head)
            : head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? OfBrand(head[8..12])
            : head.StartsWith("OggS"u8) ? OfOgg(head)
            : head.StartsWith(Ebml) ? (head.IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska")
            : head.StartsWith(Zip) ? OfZip(head)
            : IsMpegAudio(head) ? "audio/mpeg"
            : head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0 ? "application/pdf"
            : OfText(head);
    }

    private static readonly byte[] Ebml = [0x1A, 0x45, 0xDF, 0xA3];
    private static readonly byte[] Zip = [.. "PK"u8, 3, 4];

    private static readonly (int Offset, byte[] Bytes, string Type)[] Signatures =
    [
        (0, [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, [.. "GIF87a"u8], "image/gif"),
        (0, [.. "GIF89a"u8], "image/gif"),
        (0, [.. "II*\0"u8], "image/tiff"),
        (0, [.. "MM\0*"u8], "image/tiff"),
        (0, [0, 0, 1, 0], "image/x-icon"),
        (0, [.. "8BPS"u8], "image/vnd.adobe.photoshop"),
        (0, [.. "fLaC"u8], "audio/flac"),
        (0, [.. "ID3"u8], "audio/mpeg"),
        (0, [0xFF, 0xF1], "audio/aac"),
        (0, [0xFF, 0xF9], "audio/aac"),
        (0, [0x1F, 0x8B, 8], "application/gzip"),
        (0, [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        (0, [.. "Rar!"u8, 0x1A, 7], "application/vnd.rar"),
        (0, [0xFD, .. "7zXZ"u8, 0], "application/x-xz"),
        (0, [.. "BZh"u8], "application/x-bzip2"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),
        (257, [.. "ustar"u8], "application/x-tar"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        (0, [.. "SQLite format 3\0"u8], "application/vnd.sqlite3"),
        (0, [.. "wOFF"u8], "font/woff"),
        (0, [.. "wOF2"u8], "font/woff2"),
        (0, [.. "OTTO"u8], "font/otf"),
        (0, [0, 1, 0, 0, 0], "font/ttf"),
        (0, [.. "MZ"u8], "application/vnd.microsoft.portable-executable"),
        (0, [0x7F, .. "ELF"u8], "application/x-elf"),
        (0, [.. "{\\rtf"u8], "application/rtf"),
    ];

    // The types of OpenDocument 1.3, part 2, 2.2.1, and of EPUB 3.3, 4.2.6.3.1.
    private static readonly HashSet<string> SaidInside = new(StringComparer.Ordinal)
    {
        "application/epub+zip",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-template",
        "application/vnd.oasis.opendocument.text-master",
        "application/vnd.oasis.opendocument.text-master-template",
        "application/vnd.oasis.opendocument.text-web",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.spreadsheet-template",
        "application/vnd.oasis.opendocument.presentation",
        "application/vnd.oasis.opendocument.presentation-template",
        "application/vnd.oasis.opendocument.graphics",
        "application/vnd.oasis.opendocument.graphics-template",
        "application/vnd.oasis.opendocument.chart",
        "application/vnd.oasis.opendocument.chart-template",
        "application/vnd.oasis.opendocument.formula",
        "application/vnd.oasis.opendocument.formula-template",
        "application/vnd.oasis.opendocument.image",
        "application/vnd.oasis.opendocument.image-template",
        "application/vnd.oasis.opendocument.base",
    };

    private static string OfRiff(ReadOnlySpan<byte> head) =>
        head[8..].StartsWith("WEBP"u8) ? "image/webp"
        : head[8..].StartsWith("WAVE"u8) ? "audio/wav"
        : head[8..].StartsWith("AVI "u8) ? "video/x-msvideo"
        : Unknown;

    // The major brand of an ISO base media file (ISO/IEC 14496-12); see mp4ra.org.
    private static string OfBrand(ReadOnlySpan<byte> brand) => Encoding.Latin1.GetString(brand) switch
    {
        "avif" or "avis" => "image/avif",
        "heic" or "heix" or "hevc" or "mif1" or "msf1" => "image/heic",
        "qt  " => "video/quicktime",
        "M4A " or "M4B " => "audio/mp4",
        _ => "video/mp4",
    };

    private static string OfOgg(ReadOnlySpan<byte> head) =>
        head.IndexOf("OpusHead"u8) >= 0 || head.IndexOf("vorbis"u8) >= 0 || head.IndexOf("FLAC"u8) >= 0
            ? "audio/ogg"
            : "video/ogg";

    // An OpenDocument or EPUB begins with an uncompressed entry named "mimetype" that says what it is; an Office
    // Open XML file shows by the folders it begins with. Only a type that such an entry is for is believed: whoever
    // makes the file writes there what they like.
    private static string OfZip(ReadOnlySpan<byte> head)
    {
        if (head.Length > 38 && head[30..].StartsWith("mimetype"u8))
        {
            var said = head[38..];
            var end = said[..Math.Min(100, said.Length)].IndexOf("PK"u8);
            var type = end > 0 ? Encoding.Latin1.GetString(said[..end]) : "";
            return SaidInside.Contains(type) ? type : "application/zip";
        }

        const string Office = "application/vnd.openxmlformats-officedocument.";
        return head.IndexOf("word/"u8) >= 0 ? Office + "wordprocessingml.document"
            : head.IndexOf("xl/"u8) >= 0 ? Office + "spreadsheetml.sheet"
            : head.IndexOf("ppt/"u8) >= 0 ? Office + "presentationml.presentation"
            : "application/zip";
    }

    // MPEG-1 or -2, layer III, with a bit rate and a sampling rate that exist.
    private static bool IsMpegAudio(ReadOnlySpan<byte> head) =>
        head.Length >= 4
            && head[0] == 0xFF
            && (head[1] & 0xE6) == 0xE2
            && (head[2] & 0xF0) is not (0 or 0xF0)
            && (head[2] & 0x0C) != 0x0C;

    private static string OfText(ReadOnlySpan<byte> head)
    {
        if (head.Length == 0 || head.IndexOfAny(NotInText) >= 0 || !IsUtf8(head))
        {
            return Unknown;
        }

        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return IsSvg(text) ? "image/svg+xml"
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "text/xml"
            : Pages.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ? "text/html"
            : PlainText;
    }

    private static bool IsSvg(string text) =>
        text.StartsWith('<') && text.Contains("<svg", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Pages =
        [
            "<!doctype html", "<html", "<head", "<script", "<iframe", "<body", "<h1", "<div", "<font", "<table", "<a",
            "<style", "<title", "<b", "<br", "<p", "<!--",
        ];

    private static readonly SearchValues<byte> NotInText = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    // The look may end in the middle of a character.
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut < 4 && cut < head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return cut == 0 || head.Length == Looked;
            }
        }

        return false;
    }
}
