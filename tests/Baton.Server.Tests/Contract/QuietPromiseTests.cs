using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Contract;

/// <summary>Q3 and Q4 of async.md, as the API keeps them: what is not there cannot be used.</summary>
public sealed class QuietPromiseTests
{
    /// <summary>
    /// An integration's token would be another way to sign in. Whoever adds one decides here that it breaks no glass.
    /// </summary>
    [Fact]
    public async Task There_is_no_way_to_sign_in_but_as_a_person()
    {
        await using var app = await TestApp.Start();
        var schemes = await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        Assert.Equal("session", Assert.Single(schemes).Name);
    }

    [Fact]
    public async Task Nobody_can_waive_somebody_elses_quiet()
    {
        await using var app = await TestApp.Start();
        var operations = ApiOperation.Of(await app.Ada.Read("/api/openapi.json"));

        // Hours, leave, focus and batches are written for oneself alone, and glass is broken by a post alone.
        Assert.Equal(
            [
                "DELETE /api/people/{personId}", "PATCH /api/people/{personId}",
                "POST /api/people/{personId}/password-reset",
            ],
            operations.Where(o => o.IsWrite && o.Path.StartsWith("/api/people", StringComparison.Ordinal))
                .Select(o => o.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["GET /api/break-glass", "GET /api/quiet", "PUT /api/break-glass/{glassId}/verdict"],
            operations.Where(o => o.Path.Contains("glass", StringComparison.OrdinalIgnoreCase)
                    || o.Path.Contains("quiet", StringComparison.OrdinalIgnoreCase))
                .Select(o => o.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["workspaceRole"],
            operations.Single(o => o.Name == "PATCH /api/people/{personId}").Fields.Select(f => f.Name));
    }
}
