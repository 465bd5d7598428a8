using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.People;

public sealed class LinkPasswordResetTests
{
    private const string Next = "forty lamps beside the harbour";

    [Fact]
    public async Task An_owner_hands_over_a_link_that_works_once()
    {
        await using var app = await TestApp.Start();

        var code = await Link(app);
        await app.Stranger().PutJson("/api/password-resets", new { code, password = Next }).Body();

        await app.Ben.Get("/api/me").Refused(401, "sign-in-needed");
        await app.SignIn(app.Ben.Email, Next);
        await app.Stranger()
            .PutJson("/api/password-resets", new { code, password = "other " + Next }).Refused(400, "invalid", "code");
    }

    [Fact]
    public async Task A_second_link_ends_the_first()
    {
        await using var app = await TestApp.Start();

        var first = await Link(app);
        var second = await Link(app);

        await app.Stranger()
            .PutJson("/api/password-resets", new { code = first, password = Next }).Refused(400, "invalid", "code");
        await app.Stranger().PutJson("/api/password-resets", new { code = second, password = Next }).Body();
    }

    [Fact]
    public async Task It_is_too_old_after_an_hour()
    {
        await using var app = await TestApp.Start();
        var code = await Link(app);

        app.Clock.Advance(TimeSpan.FromMinutes(61));

        await app.Stranger()
            .PutJson("/api/password-resets", new { code, password = Next }).Refused(400, "invalid", "code");
    }

    [Fact]
    public async Task Nobody_but_an_owner_makes_one()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch($"/api/people/{app.Mei.Id}", new { workspaceRole = "admin" }).Body();

        await app.Mallory.Post($"/api/people/{app.Ben.Id}/password-reset", new { }).Refused(403, "right-missing");
        await app.Gus.Post($"/api/people/{app.Ben.Id}/password-reset", new { }).Refused(403, "right-missing");
        await app.Gus.Post($"/api/people/{app.Mallory.Id}/password-reset", new { }).Refused(404, "person-not-found");
        await app.Mei.Post($"/api/people/{app.Ben.Id}/password-reset", new { }).Refused(403, "owner-only");
        await app.Ada.Post($"/api/people/{Guid.CreateVersion7()}/password-reset", new { })
            .Refused(404, "person-not-found");
    }

    private static async Task<string> Link(TestApp app)
    {
        var made = await app.Ada.Post($"/api/people/{app.Ben.Id}/password-reset", new { }).Body();
        return new Uri(made.Text("link")!).Fragment[1..];
    }
}
