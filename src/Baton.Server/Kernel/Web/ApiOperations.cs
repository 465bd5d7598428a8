using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Completes the document by convention: what an operation does stands in its use case's docstring, and what it may
/// refuse follows from what it takes, together with the codes named there.
/// </summary>
internal static class ApiOperations
{
    private const string Problem = "Problem";
    private const string About = "use case";

    // What they change is not a space's: no right in a space is asked for, and no archived space stands in the way.
    private static readonly string[] OutsideSpaces = ["Accounts", "Joining", "People"];

    private static readonly Dictionary<int, string> Sentences = new()
    {
        [400] = "The request is not valid; `errors` says why, by field.",
        [401] = "Nobody is signed in, or may not sign in like this.",
        [403] = "The caller lacks a right, which `right` names, or another site's page asks.",
        [404] = "There is no such thing, or it is none of the caller's business.",
        [409] = "The state of things does not allow it; `present` shows that state where it helps.",
        [410] = "What was asked for is no longer kept.",
        [413] = "The body is larger than this server accepts.",
        [415] = "The body is not of a type that is taken here.",
        [429] = "That was too much at once; `Retry-After` says when to go on.",
        [507] = "The server's disk is full; nothing was saved.",
    };

    /// <summary>Notes whose operation it is; the document as a whole is completed afterwards.</summary>
    public static Task Note(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        operation.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
        operation.Metadata[About] = context.Description.ActionDescriptor.EndpointMetadata;
        return Task.CompletedTask;
    }

    public static Task Complete(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var docs = UseCaseDocs.Load();
        document.AddComponent(Problem, ProblemSchema());
        document.AddComponent(WrittenChanges.Header, new OpenApiHeader
        {
            Description =
                "Where the request left the streams it wrote to: `spaceId:version`, with commas between. Absent when it wrote nothing.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                Describe(operation, path, method, docs, document);
            }
        }

        return Task.CompletedTask;
    }

    private static void Describe(
        OpenApiOperation operation, string path, HttpMethod method, UseCaseDocs docs, OpenApiDocument document)
    {
        var metadata = (IList<object>)operation.Metadata![About];
        var useCase = metadata.OfType<MethodInfo>().Last();
        (operation.Summary, operation.Description) = docs.Of(useCase);
        var responses = operation.Responses ??= [];
        var isWrite = method != HttpMethod.Get;
        if (isWrite)
        {
            foreach (var success in responses.Values.OfType<OpenApiResponse>())
            {
                success.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
                success.Headers[WrittenChanges.Header] = new OpenApiHeaderReference(WrittenChanges.Header, document);
            }
        }

        Stream(responses, document);
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        if (!isOpen)
        {
            operation.Security = [new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(ApiDocument.Session, document)] = [],
            }];
        }

        var refusals = Usual(operation, path, isWrite, isOpen).Concat(docs.RefusalsOf(useCase)).Distinct();
        foreach (var refusal in refusals.GroupBy(r => r.Status, r => r.Code).OrderBy(r => r.Key))
        {
            responses[refusal.Key.ToString(CultureInfo.InvariantCulture)] = Refusal(
                refusal.Key, [.. refusal], document);
        }
    }

    private static IEnumerable<(int Status, string Code)> Usual(
        OpenApiOperation operation, string path, bool isWrite, bool isOpen)
    {
        var isInSpace = isWrite && path.Contains('{', StringComparison.Ordinal)
            && operation.Tags?.Any(tag => OutsideSpaces.Contains(tag.Name, StringComparer.Ordinal)) != true;
        var json = operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true
            ? body.Schema
            : null;
        var queries = operation.Parameters?.Where(p => p.In == ParameterLocation.Query).Select(p => p.Name).ToList()
            ?? [];
        return new (bool Applies, int Status, string Code)[]
        {
            (operation.RequestBody is not null || queries.Count > 0, 400, "invalid"),
            (!isOpen, 401, "sign-in-needed"),
            (isWrite, 403, "cross-site"),
            (isInSpace, 403, "right-missing"),
            (isInSpace, 409, "space-archived"),
            (isWrite && (json?.Properties?.ContainsKey("id") == true || queries.Contains("id")), 409, "id-taken"),
            (operation.RequestBody is not null, 413, "too-large"),
            (json is not null, 415, "not-json"),
            (true, 429, "too-many-requests"),
            (isWrite, 507, "no-room"),
        }.Where(r => r.Applies).Select(r => (r.Status, r.Code)).Concat(
            from parameter in operation.Parameters ?? []
            let name = parameter.Name ?? ""
            // A checklist's item is a part of its task; who looks for one says so.
            where parameter.In == ParameterLocation.Path
                && name.EndsWith("Id", StringComparison.Ordinal)
                && name != "itemId"
            select (404, $"{name[..^2]}-not-found"));
    }

    /// <summary>
    /// A refusal for one reason alone is the same wherever it stands, and stands in the document once.
    /// </summary>
    private static IOpenApiResponse Refusal(int status, IReadOnlyList<string> codes, OpenApiDocument document)
    {
        if (codes.Count > 1)
        {
            return Describe(status, codes, document);
        }

        var name = string.Concat(codes[0].Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
        if (document.Components?.Responses?.ContainsKey(name) != true)
        {
            document.AddComponent<IOpenApiResponse>(name, Describe(status, codes, document));
        }

        return new OpenApiResponseReference(name, document);
    }

    private static OpenApiResponse Describe(int status, IReadOnlyList<string> codes, OpenApiDocument document)
    {
        var response = new OpenApiResponse
        {
            Description = $"{Sentences[status]} Codes: {string.Join(", ", codes.Select(code => $"`{code}`"))}.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(Problem, document),
                },
            },
        };
        if (status == StatusCodes.Status429TooManyRequests)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds.",
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            };
        }

        return response;
    }

    /// <summary>
    /// A stream of events is text; what the framework says of it is the type that the server happens to write it with.
    /// </summary>
    private static void Stream(OpenApiResponses responses, OpenApiDocument document)
    {
        foreach (var response in responses.Values)
        {
            if (response.Content?.TryGetValue("text/event-stream", out var content) != true)
            {
                continue;
            }

            if (content!.Schema is OpenApiSchemaReference { Reference.Id: { } type })
            {
                document.Components?.Schemas?.Remove(type);
            }

            content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    private static OpenApiSchema ProblemSchema()
    {
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal (RFC 9457).",
            Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Of(JsonSchemaType.String, "An address that ends in the code."),
                ["title"] = Of(JsonSchemaType.String, "A sentence fit to be shown."),
                ["status"] = Of(JsonSchemaType.Integer, "The status of the answer."),
                ["code"] = Of(JsonSchemaType.String,
                    "What is wrong, in words that stay the same: what a program decides by."),
                ["traceId"] = Of(JsonSchemaType.String, "Where the server's logs tell of it."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "With 400, and a 409 that one field is the reason of: sentences by field.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
                ["right"] = Of(JsonSchemaType.String, "With 403: the right that is missing, as in `can`."),
                ["present"] = new OpenApiSchema
                {
                    Description = "With 409: the present state of what was to be changed.",
                },
            },
        };

        static OpenApiSchema Of(JsonSchemaType type, string description) =>
            new() { Type = type, Description = description };
    }
}
