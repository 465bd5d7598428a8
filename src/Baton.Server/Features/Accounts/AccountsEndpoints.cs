using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

/// <summary>People, their sessions and their profile.</summary>
public static class AccountsEndpoints
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>()
            .AddScoped<Credentials>().AddScoped<OwnPassword>().AddScoped<MailedCodeAccess>()
            .AddScoped<EmailConfirmations>();
        services.AddSingleton<ServerFacts>();
        services.AddSingleton<SignInAttempts>().AddSingleton<Sessions>().AddHostedService<EndedSessions>();
        services.AddOutsideJob<MailPasswordReset>(MailPasswordReset.Kind)
            .AddOutsideJob<MailEmailConfirmation>(MailEmailConfirmation.Kind);
        services
            .AddIdentityCore<Person>(identity =>
            {
                // Judged by PasswordStrength.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = PasswordStrength.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<PersonStore>();
        // AddAuthentication would bring a ring of keys, on disk or in the database, with which nothing here is
        // encrypted.
        services.AddAuthenticationCore(authentication => authentication.DefaultScheme = Sessions.Scheme)
            .AddWebEncoders();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        new AuthenticationBuilder(services).AddCookie(Sessions.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Sessions.Scheme)
            .Configure<Sessions, IOptions<BatonSettings>>((cookie, sessions, settings) =>
            {
                var secure = settings.Value.Url.Scheme == Uri.UriSchemeHttps;
                cookie.Cookie.Name = secure ? "__Host-baton" : "baton";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
                cookie.ExpireTimeSpan = Session.Lifetime;
                cookie.SlidingExpiration = true;
                cookie.SessionStore = sessions;
                cookie.TicketDataFormat = new SessionCookie();
                cookie.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorization();
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Accounts");
        sessions.MapPost("/", SignIn.Handle)
            .AllowAnonymous().RequireRateLimiting(Limits.SignIn).WithMetadata(new BeginsSession());
        sessions.MapGet("/", ListSessions.Handle);
        sessions.MapDelete("/current", (Delegate)SignOut.Handle);
        sessions.MapDelete("/{sessionId:guid}", RevokeSession.Handle);

        var me = api.MapGroup("/me").WithTags("Accounts");
        me.MapGet("/", ReadMe.Handle);
        me.MapPut("/password", ChangePassword.Handle);
        me.MapPost("/email", AskForEmailChange.Handle);
        me.MapPost("/email/confirmation", AskForEmailConfirmation.Handle);

        var proofs = api.MapGroup("").WithTags("Accounts").AllowAnonymous();
        proofs.MapPost("/password-strength", JudgePassword.Handle);
        proofs.MapPost("/password-resets", AskForPasswordReset.Handle).RequireRateLimiting(Limits.SignIn);
        proofs.MapPut("/password-resets", ResetPassword.Handle).RequireRateLimiting(Limits.SignIn);
        proofs.MapPost("/email-confirmations", ConfirmEmail.Handle).RequireRateLimiting(Limits.SignIn);
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
