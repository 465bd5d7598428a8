using System.Text;
using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Kernel.Web;

/// <summary>A refusal names what its caller sent, in words for people.</summary>
public sealed class ProblemsTests
{
    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("Before")]
    [InlineData("AFTER")]
    public async Task What_is_no_cursor_is_named_as_it_is_called(string parameter)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Get($"/api/spaces/{app.Launch}/messages?{parameter}=zz")
            .Refused(400, "invalid", parameter.ToLowerInvariant());
    }

    [Fact]
    public async Task A_rule_is_told_in_words_of_ours()
    {
        await using var app = await TestApp.Start();
        var ids = Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7());
        var board = await Board.Of(app.Ben, app.Launch);
        var task = new
        {
            id = Guid.CreateVersion7(),
            listId = board.ToDo,
            title = "Book a hall",
            orderKey = "a5",
            labelIds = ids,
        };

        Assert.Equal("The value of labelIds is too long: at most 100.",
            await Title(app.Ben.Post($"/api/spaces/{app.Launch}/tasks", task)));
        Assert.Equal("The value of limit must be between 1 and 200.",
            await Title(app.Ben.Get($"/api/spaces/{app.Launch}/messages?limit=0")));
        Assert.Equal("The value of after must be at least 0.",
            await Title(app.Ben.Get($"/api/spaces/{app.Launch}/changes?after=-1")));
        Assert.Equal("The value of email is missing.",
            await Title(app.Ben.Post("/api/sessions", new { email = "", password = "x" })));
    }

    [Fact]
    public async Task What_the_framework_refuses_by_itself_is_a_sentence_too()
    {
        await using var app = await TestApp.StartOnSocket();
        var large = new ByteArrayContent(new byte[1024 * 1024 + 1])
        {
            Headers = { ContentType = new("application/json") },
        };

        Assert.Equal("You need to sign in first.", await Title(app.Stranger().GetAsync("/api/me")));
        Assert.Equal("That is larger than this server accepts.",
            await Title(app.Ben.Browser.PostAsync("/api/spaces", large)));
        Assert.Equal("This address expects a body: an object of JSON.",
            await Title(app.Ben.Browser.PostAsync("/api/spaces",
                new StringContent("null", Encoding.UTF8, "application/json"))));
    }

    private static async Task<string?> Title(Task<HttpResponseMessage> sent) =>
        JsonElement.Parse(await (await sent).Content.ReadAsStringAsync()).Text("title");
}
