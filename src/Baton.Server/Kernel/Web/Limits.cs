using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Baton.Server.Kernel.Web;

/// <summary>How often one person, or one address that nobody is signed in at, may ask. Refusals are 429 with Retry-After.</summary>
public static class Limits
{
    public const string SignIn = "sign-in";

    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<BatonSettings>>((limiter, settings) =>
        {
            var limits = settings.Value.Limits;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Request.Path.StartsWithSegments("/api")
                ? RateLimitPartition.GetTokenBucketLimiter(Caller(http), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.Burst,
                    TokensPerPeriod = limits.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                })
                : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(SignIn, http => RateLimitPartition.GetSlidingWindowLimiter(Address(http), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limits.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            }));
            limiter.OnRejected = Refuse;
        });
        return services;
    }

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancel)
    {
        // A sliding window does not say when it opens again; its segments are ten seconds long.
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var error = AppException.TooMany(seconds);
        await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context.HttpContext,
            ProblemDetails = { Status = error.Status, Title = error.Message, Extensions = { ["code"] = error.Code } },
        });
    }

    private static string Caller(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
