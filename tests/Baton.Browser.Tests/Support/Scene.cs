using Baton.Server.Kernel.Text;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>
/// What one test plays in: a cast that no other test knows, a space with all of them, and the browsers they open.
/// What stands there before the curtain rises is written through the API.
/// </summary>
public sealed class Scene(Stage stage, Uri address) : IAsyncDisposable
{
    private readonly List<(string Name, IPage Page)> _pages = [];
    private Dictionary<string, Guid> _lists = [];
    private string? _last;

    public required Cast Ada { get; init; }

    public required Cast Ben { get; init; }

    public required Cast Mei { get; init; }

    public required Cast Gus { get; init; }

    public Guid Space { get; } = Guid.CreateVersion7();

    public string Board => $"/s/{Space}/board";

    public string Chat => $"/s/{Space}/chat";

    public string Topics => $"/s/{Space}/topics";

    /// <summary>A person's browser, signed in, at a path.</summary>
    /// <param name="keepsClient">With the service worker that keeps the client on the device.</param>
    public async Task<IPage> Visit(
        Cast person, string path, View? view = null, bool keepsClient = false, bool touch = false)
    {
        var page = await Stranger(view, person.Name, keepsClient: keepsClient, touch: touch);
        var answer = await page.APIRequest.PostAsync("/api/sessions", new APIRequestContextOptions
        {
            DataObject = new { email = person.Email, password = TestApp.Password },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public async Task<IPage> Stranger(
        View? view = null,
        string name = "stranger",
        string locale = "en-GB",
        bool keepsClient = false,
        bool touch = false)
    {
        var page = await stage.OpenBrowser(address, view ?? View.Desktop, locale, keepsClient, touch);
        _pages.Add((name, page));
        return page;
    }

    public async Task<Guid> AddTask(string title, string list = "To do")
    {
        var id = Guid.CreateVersion7();
        _last = OrderKey.Between(_last, null);
        await Ada.Post($"/api/spaces/{Space}/tasks", new { id, listId = _lists[list], orderKey = _last, title }).Body();
        return id;
    }

    public async Task<Guid> OpenTopic(string title, string body)
    {
        var id = Guid.CreateVersion7();
        await Ada.Post($"/api/spaces/{Space}/topics", new { id, title, messageId = Guid.CreateVersion7(), body })
            .Body();
        return id;
    }

    /// <summary>Writes into the chat.</summary>
    public async Task<Guid> Post(Cast author, string body, Guid? threadId = null)
    {
        var id = Guid.CreateVersion7();
        await author.Post($"/api/spaces/{Space}/messages", new { id, body, threadId }).Body();
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (name, page) in _pages)
        {
            await page.Picture($"{TestContext.Current.TestMethod?.MethodName ?? "end"} {name}");
            await page.Context.DisposeAsync();
        }
    }

    internal async Task OpenSpace(string name)
    {
        var personIds = new[] { Ben.Id, Mei.Id, Gus.Id };
        await Ada.Post("/api/spaces", new { id = Space, kind = "group", name, key = "WEB", personIds }).Body();
        var snapshot = await Ada.Read($"/api/spaces/{Space}/snapshot");
        _lists = snapshot.GetProperty("lists").EnumerateArray()
            .ToDictionary(list => list.GetProperty("name").GetString()!, list => list.GetProperty("id").GetGuid());
    }
}
