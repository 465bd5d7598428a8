using System.Globalization;
using Baton.Server.Kernel.Blobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Streams;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// Everything between the socket and a use case: settings, errors, limits, headers, documentation, health.
/// </summary>
public static class WebServices
{
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        + "script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    /// <summary>The file, then the environment, then the command line: the later wins.</summary>
    /// <exception cref="OptionsValidationException">Names what cannot work.</exception>
    public static void AddBatonSettings(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddEnvironmentVariables("BATON_").AddCommandLine(args);
        builder.Services.AddSingleton(Options.Create(SettingsCheck.Read(builder.Configuration)));
    }

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<Problems>();
        services.AddValidation();
        services.AddSingleton<Limits>();
        // Believed only from this machine, unless ASPNETCORE_FORWARDEDHEADERS_ENABLED says that every caller is a
        // proxy.
        services.Configure<ForwardedHeadersOptions>(proxy =>
            proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHostedService<IdleMemory>();
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<BlobStore>().AddSingleton<Pictures>().AddSingleton<Mailer>();
        services.ConfigureHttpJsonOptions(json => Json.Shape(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Shape);
        // The slim builder leaves out what a server behind a proxy rarely has: certificates of its own, and routes by
        // patterns.
        builder.WebHost.UseKestrelHttpsConfiguration();
        services.AddRouting();
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        // Also outside development: a server that was built but not published has its compressed files in obj.
        builder.WebHost.UseStaticWebAssets();
        Listen(builder);
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(Guard);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A refusal is an answer, not an incident: only what nobody expected is logged as an error.
            SuppressDiagnosticsCallback = context => context.Exception is AppException or BadHttpRequestException,
        });
        app.UseStatusCodePages(async context =>
        {
            if (context.HttpContext.Request.Path.StartsWithSegments("/api"))
            {
                await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>()
                    .TryWriteAsync(new ProblemDetailsContext
                    {
                        HttpContext = context.HttpContext,
                        ProblemDetails = Problems.OfStatus(context.HttpContext),
                    });
            }
        });
        app.Use(Heads.RouteAsGet);
        app.UseRouting();
        app.Use(Heads.Restore);
        app.UseAuthentication();
        var limits = app.Services.GetRequiredService<Limits>();
        app.Use((context, next) => limits.Check(context, next));
        app.UseAuthorization();
        var origin = app.Services.GetRequiredService<SameOrigin>();
        app.Use((context, next) => origin.Check(context, next));
        app.Use(WrittenChanges.Tell);
    }

    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}.json").AllowAnonymous().AddEndpointFilter(ApiDocument.Filter);
        app.MapApiPages();
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new() { ResponseWriter = WriteHealth }).AllowAnonymous();
        // Publishing has compressed the client's files; a browser gets them as they are.
        app.MapStaticAssets().AllowAnonymous();
        // Not for /api: an endpoint for all that is left there would take what has the wrong method or content type.
        app.MapFallbackToFile("/", "index.html").AllowAnonymous();
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!api(/|$)))}", "index.html").AllowAnonymous();
        return app.MapGroup("/api").RequireAuthorization().AddEndpointFilter(ETags.Filter);
    }

    public static IServiceCollection AddStreams(this IServiceCollection services) =>
        services.AddSingleton<ChangeRelay>()
            .AddHostedService(s => s.GetRequiredService<ChangeRelay>()).AddHostedService<LiveMeter>();

    // The address people use may be a proxy's; without another word the server listens where they call it.
    private static void Listen(WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null)
        {
            var url = builder.Configuration["Listen"]
                ?? builder.Configuration["Url"]
                ?? new BatonSettings().Url.ToString();
            builder.WebHost.UseUrls(url);
        }
    }

    private static Task Guard(HttpContext context, RequestDelegate next)
    {
        // When the answer begins, and not before: whoever turns an exception into a refusal starts with a clean answer.
        context.Response.OnStarting(Protect, context);
        return next(context);
    }

    private static Task Protect(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // What somebody uploaded and the pages of the API have policies of their own.
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, Policy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            Cache(context);
        }

        return Task.CompletedTask;
    }

    // The build names assets by their content; the page that names them must always be asked for.
    private static void Cache(HttpContext context)
    {
        var named = context.Request.Path.StartsWithSegments("/assets") && context.Response.StatusCode < 400;
        context.Response.Headers.CacheControl = named ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static Task WriteHealth(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString().ToLower(CultureInfo.InvariantCulture),
        Checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString(),
            StringComparer.Ordinal),
    });
}
