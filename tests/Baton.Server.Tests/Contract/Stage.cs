using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Contract;

/// <summary>One of everything in Launch, by the name that its id has in the paths of the API.</summary>
internal sealed partial class Stage
{
    private Stage(IReadOnlyDictionary<string, string> ids) => Ids = ids;

    public IReadOnlyDictionary<string, string> Ids { get; }

    public static async Task<Stage> Set(TestApp app)
    {
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();
        var file = (await app.Ben.Upload(app.Launch, SamplePicture.Of(40, 30, ".png"), "a.png").Body()).Id();
        await app.Ben.Put($"/api/tasks/{task}/attachments/{file}").Body();
        return new Stage(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["spaceId"] = $"{app.Launch}",
            ["personId"] = $"{app.Mei.Id}",
            ["taskId"] = $"{task}",
            ["itemId"] = $"{await Board.Step(app.Ben, task)}",
            ["attachmentId"] = $"{file}",
            ["listId"] = $"{board.ToDo}",
            ["labelId"] = $"{await board.Label(app.Ben)}",
            ["topicId"] = $"{await app.Ben.Opened(app.Launch)}",
            ["messageId"] = $"{await app.Ben.Said(app.Launch)}",
            ["sessionId"] = $"{(await app.Ben.Read("/api/sessions"))[0].Id()}",
            ["invitationId"] = $"{await Invite(app)}",
            ["entryId"] = $"{await Leave(app.Ben)}",
            ["askId"] = $"{(await app.Ben.Asked(app.Launch, app.Ada)).Id()}",
            ["glassId"] = $"{await Glass(app)}",
            ["calendarId"] = $"{await Holidays(app.Ben)}",
            ["subscriptionId"] = $"{await Subscribe(app.Ben)}",
            ["secret"] = await Feed(app.Ben),
            ["emoji"] = Uri.EscapeDataString("👍"),
            ["hash"] = await Picture(app.Mei),
        });
    }

    public string Fill(ApiOperation operation) => RequiredId().Replace(
        Fill(operation, name => Ids.TryGetValue(name, out var id)
            ? id
            : throw new InvalidOperationException($"{operation.Name} has a {name}: put one on the stage.")),
        $"itemId={Ids["messageId"]}");

    public static string Fill(ApiOperation operation, Func<string, string> value) =>
        Parameter().Replace(operation.Path, match => value(match.Groups["name"].Value)) + operation.Required;

    private static async Task<Guid> Invite(TestApp app) => (await app.Ada.Post("/api/invitations", new
    {
        id = Guid.CreateVersion7(),
        role = "member",
        spaceIds = Array.Empty<Guid>(),
        spaceRole = "member",
        expiresAt = app.Clock.GetUtcNow().UtcDateTime.AddDays(7),
        uses = 1,
    }).Body()).Id();

    private static async Task<Guid> Glass(TestApp app)
    {
        var postId = Guid.CreateVersion7();
        await app.Mei.BreakGlass(app.Launch, app.Ben, id: postId).Body();
        return postId;
    }

    private static async Task<Guid> Leave(Cast person)
    {
        var entryId = Guid.CreateVersion7();
        await person.Put($"/api/me/calendar/{entryId}", new { kind = "leave", firstDay = "2026-12-24" }).Body();
        return entryId;
    }

    private static async Task<Guid> Subscribe(Cast person)
    {
        var subscriptionId = Guid.CreateVersion7();
        await person.Put($"/api/me/push-subscriptions/{subscriptionId}", new
        {
            endpoint = "https://push.example.net/a",
            p256dh = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            auth = "BTBZMqHH6r4Tts7J_aSIgg",
        }).Body();
        return subscriptionId;
    }

    private static async Task<Guid> Holidays(Cast person) => (await person.Post("/api/me/holidays", new
    {
        id = Guid.CreateVersion7(),
        file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261126\nEND:VEVENT\nEND:VCALENDAR",
    }).Body()).Id();

    private static async Task<string> Feed(Cast person) => System.IO.Path.GetFileNameWithoutExtension(
        (await person.Post("/api/me/calendar-feed").Body()).Text("url")!);

    private static async Task<string> Picture(Cast person)
    {
        var content = new ByteArrayContent(SamplePicture.Of(60, 60, ".png"))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("image/png") },
        };
        await person.Browser.PutAsync("/api/me/picture", content).Body();
        return System.IO.Path.GetFileNameWithoutExtension((await person.Read("/api/me"))
            .GetProperty("person").Text("picture")!);
    }

    /// <summary>What an address asks about is the message.</summary>
    [GeneratedRegex("itemId=[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex RequiredId();

    [GeneratedRegex("\\{(?<name>\\w+)\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
