using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Baton.Server.Kernel.Web;

/// <summary>The OpenAPI 3.1 document, made from the code; the client's types are generated from it.</summary>
internal static class ApiDocument
{
    public const string Name = "openapi";

    /// <summary>How a caller shows who they are.</summary>
    public const string Session = "session";

    /// <summary>Writes the document as <c>docs/openapi.json</c> keeps it.</summary>
    public static async Task Print(WebApplication app, TextWriter to, CancellationToken cancel)
    {
        // The routes are known to the document only once they are part of the pipeline, which starting would do.
        app.UseEndpoints(static _ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)
            .GetOpenApiDocumentAsync(cancel);
        await to.WriteLineAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel));
    }

    /// <summary>The document is the same for as long as the program is.</summary>
    public static async ValueTask<object?> Filter(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        ETags.IsFresh(context.HttpContext, Name)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await next(context);

    public static void Shape(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(ApiOperations.Note);
        options.AddDocumentTransformer(ApiOperations.Complete);
        options.AddOperationTransformer(Tag);
        // Written out where it stands: what each of them may hold differs.
        options.CreateSchemaReferenceId = type => IsOptional(type.Type)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer(Describe);
    }

    private static Task Tag(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.HttpMethod == HttpMethods.Get
            && operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { Content: { } content } answer
            && content.ContainsKey("application/json"))
        {
            var tag = new OpenApiHeader
            {
                Description = "Tells two states of the answer apart.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
            answer.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                [HeaderNames.ETag] = tag,
            };
            operation.Responses["304"] = new OpenApiResponse { Description = "What If-None-Match names still holds." };
        }

        return Task.CompletedTask;
    }

    private static async Task Describe(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTime) || type == typeof(DateTime?))
        {
            // Written by a converter of our own, of which the exporter knows nothing.
            schema.Type = type == typeof(DateTime)
                ? JsonSchemaType.String
                : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        if (IsOptional(type))
        {
            var of = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancel);
            schema.Type = of.Type | JsonSchemaType.Null;
            schema.Format = of.Format;
            schema.Properties = of.Properties;
            schema.Items = of.Items;
            schema.Enum = of.Enum;
            schema.Pattern = of.Pattern;
            schema.Required = of.Required;
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(TextLimitAttribute), inherit: false)
            is [TextLimitAttribute limit])
        {
            schema.MaxLength = limit.Max;
        }
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info.Title = "Baton";
        document.Info.Version = "v1";
        document.Info.Description =
            "Everything the client does. Sign in with POST /api/sessions; a cookie carries the session. Writes are idempotent by "
            + "the ids you make (UUIDv7), and answer with Baton-Changes: the stream positions they wrote. Every JSON answer to a GET "
            + "has an ETag; ask again with If-None-Match, and it is 304 without a body while nothing has changed. Every refusal is a Problem "
            + "(RFC 9457) with a code that stays the same.";
        document.Servers = [];
        document.AddComponent<IOpenApiSecurityScheme>(Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "__Host-baton",
            Description =
                "What POST /api/sessions sets (joining and setting up do, too). Its name is baton where Baton is served without TLS.",
        });
    }

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);
}
