using Microsoft.Extensions.Options;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Refuses writes that another site's page makes with our cookie: every browser says with <c>Sec-Fetch-Site</c> or
/// <c>Origin</c> where a request comes from. Callers that are no browsers send neither. See docs/decisions/0009.
/// </summary>
public sealed class SameOrigin(IOptions<BatonSettings> settings)
{
    private readonly string _ours = settings.Value.Url.GetLeftPart(UriPartial.Authority);

    public Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method)
            || IsOurs(request))
        {
            return next(context);
        }

        throw AppException.CrossSite("Another site tried to change something here in your name. Nothing was changed.");
    }

    private bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, _ours, StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
