namespace Baton.Server.Kernel.Web;

public static class ETags
{
    /// <summary>Marks the answer with the state's tag; true when the caller has exactly that state already (then answer 304).</summary>
    public static bool IsFresh(HttpContext http, string state)
    {
        var tag = $"\"{state}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal);
    }
}
