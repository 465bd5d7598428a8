using System.Text.Json;

namespace Baton.Server.Tests.Support;

/// <summary>How people ask one another in tests.</summary>
internal static class Asking
{
    /// <summary>The composer's mark: a name informs, with a question mark it asks.</summary>
    public static string Mark(this Cast who, bool asks = false) =>
        $"[@{who.Name}](baton:person/{who.Id}){(asks ? "?" : "")}";

    public static Task<HttpResponseMessage> Ask(
        this Cast who, Guid spaceId, object envelope, string body = "Who signs it?", Guid? id = null) =>
        who.Post($"/api/spaces/{spaceId}/messages", new { id = id ?? Guid.CreateVersion7(), body, envelope });

    /// <summary>Asks one person, and answers the ask.</summary>
    public static async Task<JsonElement> Asked(this Cast who, Guid spaceId, Cast whom, string role = "answer") =>
        (await who.Ask(spaceId, new { addressees = new[] { new { personId = whom.Id, role } } }).Body())
            .GetProperty("asks")[0];

    /// <summary>Reaches somebody now, because it cannot wait.</summary>
    public static Task<HttpResponseMessage> BreakGlass(
        this Cast who, Guid spaceId, Cast whom, string role = "act", Guid? id = null) =>
        who.Ask(spaceId, Glass(whom, role), "The shop is down.", id);

    public static object Glass(Cast whom, string role = "act") => new
    {
        addressees = new[] { new { personId = whom.Id, role } },
        urgency = "breakGlass",
        breakGlass = new { reason = "outage", breaks = "Nobody can pay any more." },
    };

    /// <summary>Somebody says that it is for somebody else to know.</summary>
    public static async Task<Guid> Informed(this TestApp app, Cast who, Cast whom, string body = "Done.")
    {
        var said = await who.Said(app.Launch, $"{body} {whom.Mark()}");
        return await app.ItemOf(said, whom);
    }

    /// <summary>The id of what somebody has of a post.</summary>
    public static Task<Guid> ItemOf(this TestApp app, Guid postId, Cast who) => app.InDb(db =>
        Task.FromResult(db.Addressees.Single(a => a.PostId == postId && a.PersonId == who.Id).Id));

    /// <summary>What a person was told in their own stream, as <c>kind</c> of each.</summary>
    public static async Task<IReadOnlyList<string>> ToldOfInbox(this Cast who)
    {
        var told = await who.Read($"/api/spaces/{who.PersonalSpaceId}/changes?after=0&limit=5000");
        return [.. told.GetProperty("changes").EnumerateArray()
            .Select(c => c.Text("kind")!).Where(kind => kind.StartsWith("inbox.", StringComparison.Ordinal))];
    }

    public static async Task<IReadOnlyList<JsonElement>> Inbox(
        this Cast who, string part = "asks", bool unsealed = false) =>
        [.. (await who.Read($"/api/inbox?part={part}&unsealed={(unsealed ? "true" : "false")}"))
            .GetProperty("items").EnumerateArray()];
}
