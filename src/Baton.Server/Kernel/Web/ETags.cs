using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Spares a caller the answer they have already (RFC 9110, 13.1.2). Every JSON answer to a GET gets its tag here, from
/// its bytes; a read that knows its state before it has made its answer marks it itself.
/// </summary>
public static class ETags
{
    /// <summary>On the whole API: tags whatever JSON a GET answers with, and answers 304 to whoever has it.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isRead || http.Response.Headers.ETag.Count > 0 || ContentOf(answer) is not { } content)
        {
            return answer;
        }

        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = TaggedBody.Of(content, json);
        return Mark(http, body.Tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : body.Bytes is { } bytes ? TypedResults.Bytes(bytes, "application/json; charset=utf-8")
            : answer;
    }

    /// <summary>
    /// Marks the answer with the state's tag; true when the caller has exactly that state already (then answer 304).
    /// </summary>
    /// <param name="state">Tells two states of the answer apart, as far as one build writes them.</param>
    public static bool IsFresh(HttpContext http, string state) => Mark(http, $"{state}-{Build.Mark}");

    private static bool Mark(HttpContext http, string tag)
    {
        var current = new EntityTagHeaderValue($"\"{tag}\"");
        http.Response.Headers.ETag = current.ToString();
        http.Response.Headers.CacheControl = "private, no-cache";
        // Weakly, as RFC 9110 asks here: a proxy that compresses makes the tag a weak one.
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Compare(current, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
    }

    private static object? ContentOf(object? answer) => answer switch
    {
        INestedHttpResult nested => ContentOf(nested.Result),
        IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } =>
            value,
        _ => null,
    };
}
