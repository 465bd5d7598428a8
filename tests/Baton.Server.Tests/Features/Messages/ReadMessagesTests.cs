using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Messages;

public sealed class ReadMessagesTests
{
    [Fact]
    public async Task The_chat_opens_at_its_end_and_pages_back_to_its_beginning()
    {
        await using var app = await TestApp.Start();
        await Say(app, 1, 7);
        var path = $"/api/spaces/{app.Launch}/messages?limit=3";

        var newest = await app.Mei.Read(path);
        var middle = await app.Mei.Read($"{path}&before={newest.Text("before")}");
        var oldest = await app.Mei.Read($"{path}&before={middle.Text("before")}");

        Assert.Equal("5 6 7", newest.Words());
        Assert.Null(newest.Text("after"));
        Assert.Equal("2 3 4", middle.Words());
        Assert.Equal("1", oldest.Words());
        Assert.Null(oldest.Text("before"));
    }

    [Fact]
    public async Task It_pages_forward_again_and_what_came_meanwhile_is_there()
    {
        await using var app = await TestApp.Start();
        await Say(app, 1, 5);
        var path = $"/api/spaces/{app.Launch}/messages?limit=2";
        var older = await app.Mei.Read($"{path}&before={(await app.Mei.Read(path)).Text("before")}");
        await Say(app, 6, 6);

        var newer = await app.Mei.Read($"{path}&after={older.Text("after")}");
        var newest = await app.Mei.Read($"{path}&after={newer.Text("after")}");

        Assert.Equal("2 3", older.Words());
        Assert.Equal("4 5", newer.Words());
        Assert.Equal("6", newest.Words());
        Assert.Null(newest.Text("after"));
        Assert.Equal("4 5", (await app.Mei.Read($"{path}&before={newest.Text("before")}")).Words());
    }

    [Fact]
    public async Task Messages_of_one_instant_are_all_read_once()
    {
        await using var app = await TestApp.Start();
        for (var i = 0; i < 5; i++)
        {
            await app.Ben.Said(app.Launch, $"{i}");
        }

        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await app.Mei.Read($"/api/spaces/{app.Launch}/messages?limit=2{cursor}");
            seen.AddRange(page.Words().Split(' '));
            cursor = page.Text("before") is { } before ? $"&before={before}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(["0", "1", "2", "3", "4"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_lands_on_the_message_with_its_neighbours()
    {
        await using var app = await TestApp.Start();
        var ids = await Say(app, 1, 9);

        var around = await app.Mei.Read($"/api/spaces/{app.Launch}/messages?limit=3&around={ids[4]}");

        Assert.Equal("4 5 6", around.Words());
        Assert.Equal("2 3",
            (await app.Mei.Read($"/api/spaces/{app.Launch}/messages?limit=2&before={around.Text("before")}")).Words());
        Assert.Equal("7 8",
            (await app.Mei.Read($"/api/spaces/{app.Launch}/messages?limit=2&after={around.Text("after")}")).Words());
    }

    [Fact]
    public async Task A_link_to_a_reply_lands_on_its_thread()
    {
        await using var app = await TestApp.Start();
        var ids = await Say(app, 1, 3);
        var reply = await app.Ben.Said(app.Launch, "reply", threadId: ids[0]);

        Assert.Equal("1 2", (await app.Mei.Read($"/api/spaces/{app.Launch}/messages?limit=3&around={reply}")).Words());
        Assert.Equal("reply", (await app.Mei.Read($"/api/messages/{ids[0]}/replies?around={reply}")).Words());
    }

    [Fact]
    public async Task What_was_said_before_a_newcomers_time_is_not_theirs()
    {
        await using var app = await TestApp.Start();
        var ids = await Say(app, 1, 3);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var nia = await app.Newcomer(app.Launch);
        await Say(app, 4, 5);

        Assert.Equal("4 5", (await nia.Read($"/api/spaces/{app.Launch}/messages")).Words());
        Assert.Equal(2,
            (await nia.Read($"/api/spaces/{app.Launch}/snapshot")).GetProperty("messages").GetArrayLength());
        await nia.Get($"/api/messages/{ids[0]}").Refused(404, "message-not-found");
        await nia.Get($"/api/messages/{ids[0]}/replies").Refused(404, "message-not-found");
        await nia.Get($"/api/spaces/{app.Launch}/messages?around={ids[0]}").Refused(404, "message-not-found");
        await nia.Say(app.Launch, quoteId: ids[0]).Refused(404, "message-not-found");
    }

    [Fact]
    public async Task A_message_that_is_known_already_is_not_sent_again()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);
        var tag = (await app.Mei.Get($"/api/messages/{id}")).Headers.ETag!;

        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/messages/{id}");
        request.Headers.IfNoneMatch.Add(tag);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, (await app.Mei.Browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task An_outsider_finds_no_message()
    {
        await using var app = await TestApp.Start();
        var id = await app.Ben.Said(app.Launch);

        await app.Mallory.Get($"/api/messages/{id}").Refused(404, "message-not-found");
        await app.Mallory.Get($"/api/messages/{id}/replies").Refused(404, "message-not-found");
        await app.Mallory.Get($"/api/messages/{id}/edits").Refused(404, "message-not-found");
    }

    [Theory]
    [InlineData("before=nonsense", "before")]
    [InlineData("after=nonsense", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=many", null)]
    [InlineData("around=1", null)]
    public async Task A_bad_question_names_the_field(string query, string? field)
    {
        await using var app = await TestApp.Start();

        await app.Ben.Get($"/api/spaces/{app.Launch}/messages?{query}").Refused(400, "invalid", field);
    }

    private static async Task<List<Guid>> Say(TestApp app, int from, int to)
    {
        var ids = new List<Guid>();
        for (var i = from; i <= to; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Add(await app.Ben.Said(app.Launch, $"{i}"));
        }

        return ids;
    }
}
