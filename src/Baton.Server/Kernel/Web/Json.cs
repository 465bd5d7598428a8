using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Server.Kernel.Web;

/// <summary>One way to write and read JSON, for requests, answers and change payloads alike.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Shape(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>camelCase, enums as words, unknown fields refused, numbers only as numbers.</summary>
    public static JsonSerializerOptions Shape(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        // The answers are application/json, never spliced into HTML: text in any script stays readable and short.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        return options;
    }
}
