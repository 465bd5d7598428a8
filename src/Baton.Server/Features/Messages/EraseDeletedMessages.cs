using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Messages;

/// <summary>
/// Once a deleted message can no longer be restored: takes its words, their earlier versions and its files out of the
/// tables, the stream, and the messages that quoted it. The tombstone stays (docs/decisions/0013).
/// </summary>
public sealed class EraseDeletedMessages(BatonDb db, TimeProvider clock) : IJob
{
    public const string Kind = "EraseDeletedMessages";

    /// <summary>
    /// Once a day, and when the server first starts with it: for what was deleted before there was this job, or whose
    /// own job gave up.
    /// </summary>
    public const string Daily = "EraseOverdueMessages";

    public static Job Due(DateTime deletedAt) => Job.Of(Kind, "{}", deletedAt + Message.Restorable);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var limit = clock.UtcNow() - Message.Restorable;
        while (await db.Messages.Where(m => m.DeletedAt <= limit && m.ErasedAt == null)
            .OrderBy(m => m.DeletedAt).FirstOrDefaultAsync(cancel) is { } message)
        {
            await Erase(message, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Erase(Message message, CancellationToken cancel)
    {
        message.Erase(clock.UtcNow());
        db.RemoveRange(await db.MessageEdits.Where(e => e.MessageId == message.Id).ToListAsync(cancel));
        db.RemoveRange(await db.Reactions.Where(r => r.MessageId == message.Id).ToListAsync(cancel));
        db.RemoveRange(await db.Attachments.Where(a => a.MessageId == message.Id).ToListAsync(cancel));
        if (await db.Envelopes.FirstOrDefaultAsync(e => e.Id == message.Id, cancel) is { } envelope)
        {
            envelope.Erase();
        }

        if (await db.BreakGlasses.FirstOrDefaultAsync(g => g.Id == message.Id, cancel) is { } glass)
        {
            glass.Erase();
        }

        var quoting = await db.Messages.Where(m => m.QuoteId == message.Id).ToListAsync(cancel);
        quoting.ForEach(answer => answer.ForgetQuote());

        // A topic's opening message was announced with the topic.
        List<Guid> items = [message.Id, message.PlaceId, .. quoting.Select(m => m.Id)];
        foreach (var change in await db.Changes
            .Where(c => items.Contains(c.ItemId)
                && (c.Noun == "message" || c.Noun == "inbox" || c.Kind == "topic.opened"))
            .ToListAsync(cancel))
        {
            db.Entry(change).Property(c => c.Payload).CurrentValue = Without(change, message);
        }

        await db.SaveChangesAsync(cancel);
    }

    private static string Without(Change change, Message erased)
    {
        var payload = JsonNode.Parse(change.Payload)!.AsObject();
        var told = payload["message"] as JsonObject ?? payload;
        if (told.ContainsKey("subject"))
        {
            (told["subject"], told["ifSilent"]) = ("", "");
        }
        else if (told["id"]?.GetValue<Guid>() == erased.Id)
        {
            Empty(told, erased);
        }
        else if (told["quote"] is JsonObject quote && quote["messageId"]?.GetValue<Guid>() == erased.Id)
        {
            quote["excerpt"] = "";
        }

        return payload.ToJsonString(Json.Options);
    }

    /// <summary>A whole message becomes its tombstone; of an edit the fields stay, without the words.</summary>
    private static void Empty(JsonObject told, Message erased)
    {
        if (told.ContainsKey("postedAt"))
        {
            told["quote"] = null;
            told["attachments"] = new JsonArray();
            told["reactions"] = new JsonArray();
            told["deletedAt"] = JsonSerializer.SerializeToNode(erased.DeletedAt, Json.Options);
        }

        if (told.ContainsKey("body"))
        {
            (told["body"], told["html"]) = ("", "");
        }
    }
}
