using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// An answer as its bytes, hashed while they are written. Those of a large one are let go as they come: it is written
/// anew to the wire.
/// </summary>
internal sealed class TaggedBody : IBufferWriter<byte>, IDisposable
{
    /// <summary>Bytes that are kept to be sent; a page of fifty messages of a few lines fits.</summary>
    public const int MaxKept = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _kept = new(4096);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isWhole = true;

    private TaggedBody()
    {
    }

    /// <summary>128 bits of the SHA-256 of the bytes.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>All of them; null when they were too many to keep.</summary>
    public ReadOnlyMemory<byte>? Bytes => _isWhole ? _kept.WrittenMemory : (ReadOnlyMemory<byte>?)null;

    public static TaggedBody Of(object content, JsonSerializerOptions json)
    {
        using var body = new TaggedBody();
        using (var writer = new Utf8JsonWriter(body,
            new JsonWriterOptions { Encoder = json.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, content, content.GetType(), json);
        }

        body._hash.AppendData(body._kept.WrittenSpan);
        body.Tag = Base64Url.EncodeToString(body._hash.GetHashAndReset().AsSpan(0, 16));
        return body;
    }

    public void Advance(int count)
    {
        _kept.Advance(count);
        if (_kept.WrittenCount > MaxKept)
        {
            _hash.AppendData(_kept.WrittenSpan);
            _kept.ResetWrittenCount();
            _isWhole = false;
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => _kept.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _kept.GetSpan(sizeHint);

    public void Dispose() => _hash.Dispose();
}
