using Microsoft.Net.Http.Headers;

namespace Baton.Server.Kernel.Web;

public static class ETags
{
    /// <summary>Marks the answer with the state's tag; true when the caller has exactly that state already (then answer 304).</summary>
    public static bool IsFresh(HttpContext http, string state)
    {
        var tag = $"\"{state}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        var current = new EntityTagHeaderValue(tag);
        // Weakly, as RFC 9110 asks here: a proxy that compresses makes the tag a weak one.
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(current, useStrongComparison: false));
    }
}
