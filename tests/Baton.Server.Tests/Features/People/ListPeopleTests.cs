using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.People;

public sealed class ListPeopleTests
{
    [Fact]
    public async Task Members_find_everybody_by_name_page_by_page()
    {
        await using var app = await TestApp.Start();
        var names = new List<string>();
        string? cursor = null;

        do
        {
            var page = await app.Ben.Read($"/api/people?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.Text("name")!));
            cursor = page.Text("next");
        }
        while (cursor is not null);

        Assert.Equal(["Ada", "Ben", "Gus", "Mallory", "Mei"], names);
    }

    [Theory]
    [InlineData("zoe", "Zoë")]
    [InlineData("ZOË", "Zoë")]
    [InlineData("harbour", "Zoë")]
    [InlineData("ßmann", "")]
    [InlineData("100%", "")]
    public async Task The_filter_knows_no_accents_and_no_capitals(string text, string found)
    {
        await using var app = await TestApp.Start();
        await app.Mei.Patch("/api/me", new { name = "Zoë", roleText = "Harbour | master" }).Body();

        var page = await app.Ben.Read($"/api/people?text={Uri.EscapeDataString(text)}");

        Assert.Equal(found, string.Join(',', page.GetProperty("items").EnumerateArray().Select(p => p.Text("name"))));
    }

    [Fact]
    public async Task A_name_with_a_bar_in_it_does_not_break_the_cursor()
    {
        await using var app = await TestApp.Start();
        await app.Ada.Patch("/api/me", new { name = "A|b|c" }).Body();

        var first = await app.Ben.Read("/api/people?limit=1");
        var second = await app.Ben.Read($"/api/people?limit=1&cursor={first.Text("next")}");

        Assert.Equal("A|b|c", first.GetProperty("items")[0].Text("name"));
        Assert.Equal("Ben", second.GetProperty("items")[0].Text("name"));
    }

    [Fact]
    public async Task A_guest_finds_the_people_in_their_spaces_only()
    {
        await using var app = await TestApp.Start();

        var names = (await app.Gus.Read("/api/people"))
            .GetProperty("items").EnumerateArray().Select(p => p.Text("name"));

        Assert.Equal(["Ada", "Ben", "Gus", "Mei"], names);
    }

    [Fact]
    public async Task No_address_of_anybody_is_in_it()
    {
        await using var app = await TestApp.Start();

        Assert.DoesNotContain("@", (await app.Ben.Read("/api/people")).GetRawText(), StringComparison.Ordinal);
    }
}
