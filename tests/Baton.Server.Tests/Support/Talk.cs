using System.Text.Json;
using Baton.Server.Features.Spaces;

namespace Baton.Server.Tests.Support;

/// <summary>What people say in tests.</summary>
internal static class Talk
{
    public static Task<HttpResponseMessage> Say(
        this Cast who,
        Guid spaceId,
        string body = "Good morning",
        Guid? id = null,
        Guid? threadId = null,
        Guid? quoteId = null) =>
        who.Post($"/api/spaces/{spaceId}/messages", new { id = id ?? Guid.CreateVersion7(), body, threadId, quoteId });

    public static async Task<Guid> Said(
        this Cast who, Guid spaceId, string body = "Good morning", Guid? threadId = null) =>
        (await who.Say(spaceId, body, threadId: threadId).Body()).Id();

    public static Task<HttpResponseMessage> Open(
        this Cast who,
        Guid spaceId,
        string title = "Which headline?",
        string body = "Two drafts are ready.",
        Guid? id = null,
        Guid? messageId = null) =>
        who.Post($"/api/spaces/{spaceId}/topics",
            new { id = id ?? Guid.CreateVersion7(), title, messageId = messageId ?? Guid.CreateVersion7(), body });

    public static async Task<Guid> Opened(this Cast who, Guid spaceId, string title = "Which headline?") =>
        (await who.Open(spaceId, title).Body()).Id();

    public static Task<HttpResponseMessage> Answer(
        this Cast who, Guid topicId, string body = "The first.", Guid? id = null, Guid? quoteId = null) =>
        who.Post($"/api/topics/{topicId}/messages", new { id = id ?? Guid.CreateVersion7(), body, quoteId });

    /// <summary>The words of a page of messages.</summary>
    public static string Words(this JsonElement page) =>
        string.Join(' ', page.GetProperty("items").EnumerateArray().Select(m => m.Text("body")));

    /// <summary>A space whose history its newcomer cannot see: everything before now stays hidden from them.</summary>
    public static async Task<Cast> Newcomer(this TestApp app, Guid spaceId, string name = "Nia")
    {
        var nia = await app.Hire(name);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.InDb(db =>
        {
            db.Memberships.Add(Membership.Of(spaceId, nia.Id, SpaceRole.Member, now, historyFrom: now));
            return db.SaveChangesAsync();
        });
        return nia;
    }
}
