using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Spaces;

/// <summary>
/// Whoever reads WEB-7 knows which task is meant: no two spaces that one sees number their tasks alike.
/// </summary>
public sealed class TaskKeysTests
{
    [Fact]
    public async Task A_new_space_numbers_its_tasks_unlike_those_its_maker_sees()
    {
        await using var app = await TestApp.Start();

        Assert.Equal("SUPP", await Made(app.Ben, "Support Europe"));
        Assert.Equal("SUPA", await Made(app.Ben, "Support Asia"));
        Assert.Equal("SUPPO", await Made(app.Ben, "Support Africa"));
        Assert.Equal("SUPPOR", await Made(app.Ben, "Support Alps"));
        Assert.Equal("SUPP2", await Made(app.Ben, "Support Arctic"));
        Assert.Equal("ME2", await Made(app.Ben, "Me"));
        Assert.Equal("SP", await Made(app.Ben, "計画"));
        Assert.Equal("SP2", await Made(app.Ben, "予算"));
        // What Ben has is nothing that others are told.
        Assert.Equal("SUPP", await Made(app.Mallory, "Support Asia"));
    }

    [Fact]
    public async Task Each_direct_space_has_its_own_and_one_that_becomes_a_group_too()
    {
        await using var app = await TestApp.Start();
        var direct = Guid.CreateVersion7();

        Assert.Equal("DM",
            (await app.Ben.Post("/api/spaces", new
            {
                id = Guid.CreateVersion7(),
                kind = "direct",
                personIds = new[] { app.Mei.Id },
            }).Body()).Text("key"));
        Assert.Equal("DM2",
            (await app.Ben.Post("/api/spaces", new { id = direct, kind = "direct", personIds = new[] { app.Ada.Id } })
                .Body()).Text("key"));
        await Made(app.Ben, "Offsite");

        Assert.Equal("OFFSI",
            (await app.Ben.Post($"/api/spaces/{direct}/conversion", new { name = "Offsite", history = "all" }).Body())
                .Text("key"));
    }

    [Fact]
    public async Task A_key_that_another_of_ones_spaces_has_is_refused()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), kind = "group", name = "Website", key = "WEB" };

        await app.Ben.Post("/api/spaces", request).Refused(409, "key-taken", "key");
        var mine = (await app.Ben.Post("/api/spaces", request with { key = "SITE" }).Body()).Id();
        await app.Ben.Patch($"/api/spaces/{mine}", new { key = "WEB" }).Refused(409, "key-taken", "key");
        await app.Ben.Patch($"/api/spaces/{mine}", new { key = "SITE", name = "Site" }).Body();
        // Mallory sees no other space called so.
        Assert.Equal("WEB",
            (await app.Mallory.Post("/api/spaces", request with { id = Guid.CreateVersion7() }).Body()).Text("key"));
    }

    [Fact]
    public async Task Sent_again_it_is_still_the_key_that_was_asked_for()
    {
        await using var app = await TestApp.Start();
        var request = new { id = Guid.CreateVersion7(), kind = "group", name = "Website", key = "SITE" };
        await app.Ben.Post("/api/spaces", request).Body();

        Assert.Equal("SITE", (await app.Ben.Post("/api/spaces", request).Body()).Text("key"));
    }

    private static async Task<string?> Made(Cast maker, string name) =>
        (await maker.Post("/api/spaces", new { id = Guid.CreateVersion7(), kind = "group", name }).Body()).Text("key");
}
