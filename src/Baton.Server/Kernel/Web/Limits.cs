using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// How often one person, or one address that nobody is signed in at, may ask. Refusals are 429 with Retry-After.
/// </summary>
/// <remarks>
/// The framework's own middleware never ends its limiters, whose timers then keep a server that has stopped, and tick.
/// </remarks>
public sealed class Limits(IOptions<BatonSettings> settings) : IDisposable
{
    /// <summary>The policy of routes at which somebody proves who they are.</summary>
    public const string SignIn = "sign-in";

    private readonly PartitionedRateLimiter<HttpContext> _requests =
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.Request.Path.StartsWithSegments("/api")
                ? RateLimitPartition.GetTokenBucketLimiter(Caller(http), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = settings.Value.Limits.Burst,
                    TokensPerPeriod = settings.Value.Limits.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                })
                : RateLimitPartition.GetNoLimiter(""));

    private readonly PartitionedRateLimiter<HttpContext> _proofs =
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == SignIn
                ? RateLimitPartition.GetSlidingWindowLimiter(Address(http), _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = settings.Value.Limits.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                    QueueLimit = 0,
                })
                : RateLimitPartition.GetNoLimiter(""));

    public async Task Check(HttpContext http, RequestDelegate next)
    {
        using var request = _requests.AttemptAcquire(http);
        using var proof = request.IsAcquired ? _proofs.AttemptAcquire(http) : null;
        if ((proof ?? request) is { IsAcquired: false } refused)
        {
            await Refuse(http, refused);
        }
        else
        {
            await next(http);
        }
    }

    public void Dispose()
    {
        _requests.Dispose();
        _proofs.Dispose();
    }

    private static async Task Refuse(HttpContext http, RateLimitLease lease)
    {
        // A sliding window does not say when it opens again; its segments are ten seconds long.
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var error = AppException.TooMany(seconds);
        http.Response.StatusCode = error.Status;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = { Status = error.Status, Title = error.Message, Extensions = { ["code"] = error.Code } },
        });
    }

    private static string Caller(HttpContext http) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
