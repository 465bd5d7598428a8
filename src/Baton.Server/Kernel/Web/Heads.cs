namespace Baton.Server.Kernel.Web;

/// <summary>
/// Lets every read of the API answer HEAD as it answers GET, only without the body (RFC 9110, 9.1 and 9.3.2). The
/// routes and the document know GET alone: a HEAD finds its way as one, and what writes the answer still sees what was
/// asked.
/// </summary>
internal static class Heads
{
    private static readonly object Mark = new();

    /// <summary>Before routing.</summary>
    public static Task RouteAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && context.Request.Path.StartsWithSegments("/api"))
        {
            context.Items[Mark] = true;
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    }

    /// <summary>After routing.</summary>
    public static Task Restore(HttpContext context, RequestDelegate next)
    {
        if (context.Items.ContainsKey(Mark))
        {
            context.Request.Method = HttpMethods.Head;
        }

        return next(context);
    }
}
