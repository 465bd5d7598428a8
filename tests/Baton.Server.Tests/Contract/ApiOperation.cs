using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Server.Tests.Contract;

/// <summary>One operation of the API as its own document describes it.</summary>
/// <param name="Queries">The names of what may stand behind the question mark.</param>
/// <param name="Required">What must, with a value each: <c>?state=open</c>.</param>
/// <param name="Body">The schema of its JSON body, resolved; null when it takes none.</param>
internal sealed record ApiOperation(
    HttpMethod Method,
    string Path,
    JsonElement? Body,
    IReadOnlyList<string> Queries,
    string Required,
    JsonElement Schemas)
{
    public string Name => $"{Method} {Path}";

    public bool IsWrite => Method != HttpMethod.Get;

    /// <summary>The fields of the body with their schemas.</summary>
    public IEnumerable<(string Name, JsonElement Schema)> Fields => Body is { } body
        && body.TryGetProperty("properties", out var fields)
        ? fields.EnumerateObject().Select(f => (f.Name, Resolve(f.Value, Schemas)))
        : [];

    public static IReadOnlyList<ApiOperation> Of(JsonElement document)
    {
        var schemas = document.GetProperty("components").GetProperty("schemas");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new ApiOperation(
                   new HttpMethod(operation.Name.ToUpperInvariant()),
                   path.Name,
                   BodyOf(operation.Value, schemas),
                   [.. QueriesOf(operation.Value).Select(q => q.GetProperty("name").GetString()!)],
                   RequiredOf(QueriesOf(operation.Value)),
                   schemas),
        ];
    }

    /// <summary>A body that can be read: every required field, of its type.</summary>
    public JsonObject Sample() => Sample(Body!.Value).AsObject();

    public static bool IsArray(JsonElement schema) => Types(schema).Contains("array", StringComparer.Ordinal);

    public static bool IsText(JsonElement schema) =>
        Types(schema).Contains("string", StringComparer.Ordinal) && !schema.TryGetProperty("enum", out _);

    public static bool IsNumber(JsonElement schema) => Types(schema).Contains("integer", StringComparer.Ordinal);

    private JsonNode Sample(JsonElement schema, string name = "")
    {
        schema = Resolve(schema, Schemas);
        if (schema.TryGetProperty("enum", out var words))
        {
            return JsonNode.Parse(words.EnumerateArray().First(w => w.ValueKind == JsonValueKind.String).GetRawText())!;
        }

        return Types(schema).First(t => t != "null") switch
        {
            "array" => new JsonArray(),
            "integer" => 1,
            "boolean" => true,
            "object" => new JsonObject(Needed(schema).Select(r => KeyValuePair.Create(
                r, (JsonNode?)Sample(schema.GetProperty("properties").GetProperty(r), r)))),
            _ => Text(schema, name),
        };
    }

    private static JsonNode Text(JsonElement schema, string name) =>
        schema.TryGetProperty("format", out var format)
            ? format.GetString() switch
            {
                "uuid" => Guid.CreateVersion7().ToString(),
                "date-time" => "2026-12-24T09:00:00Z",
                _ => "2026-12-24",
            }
            : name switch
            {
                "orderKey" => "a0",
                "colour" => "teal",
                "zone" => "Europe/Lisbon",
                "email" => "nobody@team.example",
                "password" or "next" or "current" => "quite another relay race",
                _ => "Something",
            };

    private static IEnumerable<string> Needed(JsonElement schema) =>
        schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(r => r.GetString()!)
            : [];

    private static IReadOnlyList<string> Types(JsonElement schema) => !schema.TryGetProperty("type", out var type)
        ? ["object"]
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)]
        : [type.GetString()!];

    private static JsonElement Resolve(JsonElement schema, JsonElement schemas)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), schemas);
        }

        return schema.TryGetProperty("oneOf", out var either)
            ? Resolve(either.EnumerateArray()
                .First(e => !e.TryGetProperty("type", out var t)
                    || t.ValueKind != JsonValueKind.String
                    || t.GetString() != "null"), schemas)
            : schema;
    }

    private static JsonElement? BodyOf(JsonElement operation, JsonElement schemas) =>
        operation.TryGetProperty("requestBody", out var body)
            && body.GetProperty("content").TryGetProperty("application/json", out var json)
            ? Resolve(json.GetProperty("schema"), schemas)
            : null;

    private static IReadOnlyList<JsonElement> QueriesOf(JsonElement operation) => !operation.TryGetProperty(
        "parameters", out var parameters) ? []
        : [.. parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query")];

    private static string RequiredOf(IEnumerable<JsonElement> queries)
    {
        var required = queries.Where(q => q.TryGetProperty("required", out var must) && must.GetBoolean()).ToList();
        return required.Count == 0
            ? ""
            : $"?{string.Join('&', required.Select(q => $"{q.GetProperty("name").GetString()}={ValueOf(q.GetProperty("schema"))}"))}";
    }

    private static string ValueOf(JsonElement schema) =>
        schema.TryGetProperty("items", out var items) ? ValueOf(items)
        : schema.TryGetProperty("format", out _) ? Guid.CreateVersion7().ToString() : "open";
}
