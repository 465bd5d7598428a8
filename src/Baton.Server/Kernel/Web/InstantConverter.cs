using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Writes instants as <c>2026-11-23T09:00:00.120Z</c>, always to the millisecond: then their order as text, by which a
/// replica's indexes sort, is their order in time.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTime().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        // The round-trip format without its last digits; a format of our own would be parsed anew for each instant of a
        // board.
        Span<byte> text = stackalloc byte[28];
        value.ToUniversalTime().TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[23] = (byte)'Z';
        writer.WriteStringValue(text[..24]);
    }
}
