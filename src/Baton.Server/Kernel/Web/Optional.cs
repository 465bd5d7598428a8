using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Server.Kernel.Web;

/// <summary>A field of a PATCH: absent leaves the value alone, <c>null</c> clears it.</summary>
[JsonConverter(typeof(OptionalConverter))]
public readonly record struct Optional<T>(T Value)
{
    private readonly bool _given = true;

    /// <summary>False for a field that the request did not carry.</summary>
    public bool Given => _given;

    public static implicit operator Optional<T>(T value) => new(value);
}

public sealed class OptionalConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // `string?` and `string` look alike at run time; the entity's verb refuses a null it cannot hold.
            if (reader.TokenType == JsonTokenType.Null && default(T) is not null)
            {
                throw new JsonException();
            }

            try
            {
                return new Optional<T>(JsonSerializer.Deserialize<T>(ref reader, options)!);
            }
            catch (JsonException wrong)
            {
                // Without a path of its own it gets the field's.
                throw new JsonException(wrong.Message, wrong);
            }
        }

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
