using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.Playwright;

namespace Baton.Browser.Tests.Support;

/// <summary>A space in which a team has worked for a while: what the tests of all screens look at.</summary>
public sealed class Furnished(Stage stage) : IAsyncLifetime
{
    /// <summary>One teal pixel.</summary>
    private const string Pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPk77eoBwADyAG+pt9y0AAAAABJRU5ErkJggg==";

    public Scene Scene { get; private set; } = null!;

    /// <summary>Ada's browser. One for all screens: nobody signs in as often as there are screens.</summary>
    public IPage Page { get; private set; } = null!;

    public Guid Task { get; private set; }

    public Guid Topic { get; private set; }

    public Guid ClosedTopic { get; private set; }

    public Guid ReopenedTopic { get; private set; }

    public Guid Thread { get; private set; }

    public Guid EmptySpace { get; } = Guid.CreateVersion7();

    public string Invitation { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Scene = await stage.Play();
        var (ada, ben, mei) = (Scene.Ada, Scene.Ben, Scene.Mei);
        await FillBoard(ada, ben, mei);
        await FillTask(ada, ben);
        await FillLedger(ada, ben);

        Topic = await Scene.OpenTopic("When do we launch?",
            "Let us settle it here:\n\n1. Thursday\n2. Friday\n\n> Fridays are for quiet things.");
        await ben.Post($"/api/topics/{Topic}/messages", new
        {
            id = Guid.CreateVersion7(),
            body = "Thursday, [@Mei](baton:person/" + mei.Id + ") has the `release` script.",
        }).Body();
        ClosedTopic = await Scene.OpenTopic("Which colour has the button?", "Teal or green?");
        await ada.Put($"/api/topics/{ClosedTopic}/closure",
            new { outcome = "decision", text = "Teal. It is the one accent.", taskIds = new[] { Task } }).Body();
        ReopenedTopic = await Scene.OpenTopic("What is missing?", "Say what you miss.");
        await ada.Put($"/api/topics/{ReopenedTopic}/closure",
            new { outcome = "tasks", text = "Not much.", taskIds = new[] { Task } }).Body();
        await ada.Delete($"/api/topics/{ReopenedTopic}/closure").Body();

        Thread = await Scene.Post(ben,
            "The build is green again.\n\n```csharp\nvar answer = 42;\n```\n\n| name | time |\n| --- | --- |\n| build | 53 s |");
        await Scene.Post(mei, "What was it?", Thread);
        await Scene.Post(ben, "A clock that stood still.", Thread);
        await ada.Put($"/api/messages/{Thread}/reactions/{Uri.EscapeDataString("👍")}").Body();
        await Scene.Post(ada,
            "See https://example.org/a/rather/long/address/that/does/not/fit/on/a/small/screen/without/being/broken.html");

        await FillInbox(ada, ben);

        await ada.Post("/api/spaces", new { id = EmptySpace, kind = "group", name = "Blank sheet" }).Body();
        var invitation = await ada.Post("/api/invitations", new
        {
            id = Guid.CreateVersion7(),
            role = "guest",
            spaceIds = new[] { Scene.Space },
            spaceRole = "guest",
            expiresAt = DateTimeOffset.UtcNow.AddDays(3),
            uses = (int?)null,
            email = (string?)null,
        }).Body();
        Page = await Scene.Visit(ada, "/tasks");
        Invitation = new Uri(invitation.GetProperty("link").GetString()!).Fragment;
    }

    public ValueTask DisposeAsync() => Scene.DisposeAsync();

    /// <summary>An ask that Ada took, and something to know that she let go.</summary>
    private Task<int> FillLedger(Cast ada, Cast ben)
    {
        var now = DateTime.UtcNow;
        var asked = new LedgerAct(ada.Id, Guid.CreateVersion7(), Act.Addressed, AddresseeState.Queued, ben.Id,
            Due: null, ContentHash.Of([1], "Sign the lease?"));
        var told = asked with { ItemId = Guid.CreateVersion7() };
        return stage.Record(
            asked,
            asked with { Act = Act.Planned, ById = null, Due = now.AddHours(2) },
            asked with { Act = Act.Delivered, State = AddresseeState.Delivered, ById = null },
            told,
            asked with { Act = Act.Taken, State = AddresseeState.Taken, ById = ada.Id, Due = now.AddDays(3) },
            told with { Act = Act.LetGo, State = AddresseeState.LetGo, ById = ada.Id });
    }

    /// <summary>
    /// An ask that Ada took, one that she gave back, one that she sent. Whoever acts on a thing has it, whatever the
    /// hour.
    /// </summary>
    private async Task FillInbox(Cast ada, Cast ben)
    {
        await Scene.Post(ada, $"[@Ben](baton:person/{ben.Id})? Who has the key?");
        foreach (var (text, keeps) in
            new[] { ("Which door do we take?", false), ("Can you look over the price list?", true) })
        {
            var id = Guid.CreateVersion7();
            var message = await ben.Post($"/api/spaces/{Scene.Space}/messages",
                new { id, body = $"[@Ada](baton:person/{ada.Id})? {text}" }).Body();
            var ask = message.GetProperty("asks")[0].GetProperty("id").GetGuid();
            await ada.Put($"/api/asks/{ask}/commitment", new { at = (DateTime?)null }).Body();
            if (!keeps)
            {
                await ada.Delete($"/api/asks/{ask}/commitment").Body();
            }
        }
    }

    private async Task FillBoard(Cast ada, Cast ben, Cast mei)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Task = await Scene.AddTask(
            "Fix the sign-in page, which on small screens hides its own button behind the keyboard");
        var late = await Scene.AddTask("Answer the press");
        await Scene.AddTask("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen bestellen", "Doing");
        var done = await Scene.AddTask("Book the room", "Done");
        foreach (var (task, due,
            priority) in new[] { (Task, today.AddDays(2), "high"), (late, today.AddDays(-3), "highest"),
            (done, today, "low") })
        {
            await ada.Patch($"/api/tasks/{task}", new { due = new { date = due }, priority }).Body();
        }

        foreach (var colour in new[] { "red", "amber", "blue", "violet" })
        {
            var label = Guid.CreateVersion7();
            await ada.Post($"/api/spaces/{Scene.Space}/labels", new { id = label, name = $"Label {colour}", colour })
                .Body();
            await ada.Put($"/api/tasks/{Task}/labels/{label}").Body();
        }

        await ada.Put($"/api/tasks/{Task}/assignees/{ada.Id}", new { state = "doing" }).Body();
        await ada.Put($"/api/tasks/{Task}/assignees/{ben.Id}", new { state = "blocked" }).Body();
        await ada.Put($"/api/tasks/{late}/assignees/{ada.Id}", new { state = "none" }).Body();
        await mei.Put($"/api/tasks/{done}/assignees/{mei.Id}", new { state = "done" }).Body();
    }

    private async Task FillTask(Cast ada, Cast ben)
    {
        await ada.Patch($"/api/tasks/{Task}", new
        {
            description = "On a phone:\n\n- [ ] open\n- [x] type\n\nSee **WEB-2** and [the page](https://example.org).",
        }).Body();
        var text = new[] { "Reproduce it", "Write the test" };
        for (var at = 0; at < text.Length; at++)
        {
            var item = Guid.CreateVersion7();
            await ada.Post($"/api/tasks/{Task}/checklist", new { id = item, text = text[at], orderKey = $"a{at}" })
                .Body();
            await ada.Patch($"/api/tasks/{Task}/checklist/{item}", new { done = at == 0 }).Body();
        }

        var picture = Guid.CreateVersion7();
        using var pixel = new ByteArrayContent(Convert.FromBase64String(Pixel));
        await ada.Browser.PostAsync(new Uri($"/api/spaces/{Scene.Space}/attachments?id={picture}&name=pixel.png",
            UriKind.Relative), pixel).Body();
        await ada.Put($"/api/tasks/{Task}/attachments/{picture}").Body();
        await ben.Post($"/api/tasks/{Task}/messages",
            new { id = Guid.CreateVersion7(), body = "I can see it here too." }).Body();
    }
}
