using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Messages;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

/// <summary>
/// Once somebody has left: takes their name out of where others mentioned them, in messages and what those said before,
/// in quotes, descriptions, outcomes, and in the stream, where it also tells how they appeared (docs/decisions/0013).
/// What was said about them stays.
/// </summary>
public sealed class ForgetName(BatonDb db, Commits commits, Markdown markdown) : IJob
{
    public const string Kind = "ForgetName";

    public static Job Of(Guid personId, DateTime now) => Job.Of(Kind, JsonSerializer.Serialize(personId), now);

    public async Task Run(string payload, CancellationToken cancel)
    {
        var personId = JsonSerializer.Deserialize<Guid>(payload);
        var mentions = new PersonMentions(personId, markdown);
        await InMessages(mentions, cancel);
        await InEarlierVersions(mentions, cancel);
        await InTasks(mentions, cancel);
        await InOutcomes(mentions, cancel);
        var rendered = JsonEncodedText.Encode(mentions.RenderedMark, Json.Options.Encoder).ToString();
        await InTexts(
            c => c.Payload.Contains(mentions.Mark) || c.Payload.Contains(rendered),
            (field, text) => field.EndsWith("html", StringComparison.OrdinalIgnoreCase)
                ? ForgetInHtml(mentions, text)
                : Forget(mentions, text),
            cancel);
        // Who came, and how they appeared since.
        await InChanges(
            c => c.ItemId == personId && (c.Kind == "member.joined" || c.Kind == "person.changed"),
            change => Forget((change["person"] ?? change).AsObject()), cancel);
    }

    private static string Forget(PersonMentions mentions, string text) => mentions.CallIn(text, Person.FormerName);

    private static string ForgetInHtml(PersonMentions mentions, string html) =>
        mentions.CallInHtml(html, Person.FormerName);

    private static void Forget(JsonObject person) =>
        (person["name"], person["roleText"], person["picture"]) = (Person.FormerName, "", null);

    // Reading takes long and holds up nobody; each row is then written only while it still reads as it was read: what
    // somebody writes meanwhile is newer.
    private Task<int> Write(Func<Task<int>> update, CancellationToken cancel) => commits.Run(db, _ => update(), cancel);

    private async Task InMessages(PersonMentions mentions, CancellationToken cancel)
    {
        var found = await db.Messages.AsNoTracking()
            .Where(m => m.Body.Contains(mentions.Mark) || m.Html.Contains(mentions.RenderedMark))
            .Select(m => new { m.Id, m.Body, m.Html }).ToListAsync(cancel);
        foreach (var one in found)
        {
            var (body, html) = (Forget(mentions, one.Body), ForgetInHtml(mentions, one.Html));
            await InQuotes(one.Id, Excerpt(one.Body), Excerpt(body), cancel);
            await Write(
                () => db.Messages.Where(m => m.Id == one.Id && m.Body == one.Body)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(m => m.Body, body).SetProperty(m => m.Html, html), cancel), cancel);
        }
    }

    private string Excerpt(string body) => markdown.Excerpt(body, Message.ExcerptLength);

    private async Task InQuotes(Guid messageId, string before, string after, CancellationToken cancel)
    {
        var quoting = await db.Messages.AsNoTracking().Where(m => m.QuoteId == messageId && m.QuoteExcerpt == before)
            .Select(m => m.Id).ToListAsync(cancel);
        if (quoting.Count > 0 && before != after)
        {
            await InTexts(c => quoting.Contains(c.ItemId) && c.Noun == "message", (_, text) => text == before
                ? after
                : text, cancel);
            await Write(
                () => db.Messages.Where(m => quoting.Contains(m.Id) && m.QuoteExcerpt == before)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.QuoteExcerpt, after), cancel), cancel);
        }
    }

    private async Task InEarlierVersions(PersonMentions mentions, CancellationToken cancel)
    {
        foreach (var one in await db.MessageEdits.AsNoTracking()
            .Where(e => e.Body.Contains(mentions.Mark) || e.Html.Contains(mentions.RenderedMark)).ToListAsync(cancel))
        {
            var (body, html) = (Forget(mentions, one.Body), ForgetInHtml(mentions, one.Html));
            await Write(
                () => db.MessageEdits.Where(
                    e => e.MessageId == one.MessageId && e.Number == one.Number && e.Body == one.Body)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(e => e.Body, body).SetProperty(e => e.Html, html), cancel), cancel);
        }
    }

    private async Task InTasks(PersonMentions mentions, CancellationToken cancel)
    {
        var found = await db.Tasks.AsNoTracking()
            .Where(t => t.Description.Contains(mentions.Mark) || t.DescriptionHtml.Contains(mentions.RenderedMark))
            .Select(t => new { t.Id, t.Description, t.DescriptionHtml }).ToListAsync(cancel);
        foreach (var one in found)
        {
            var (text, html) = (Forget(mentions, one.Description), ForgetInHtml(mentions, one.DescriptionHtml));
            await Write(
                () => db.Tasks.Where(t => t.Id == one.Id && t.Description == one.Description)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.Description, text)
                        .SetProperty(t => t.DescriptionHtml, html), cancel), cancel);
        }
    }

    private async Task InOutcomes(PersonMentions mentions, CancellationToken cancel)
    {
        foreach (var one in await db.Closures.AsNoTracking()
            .Where(c => c.Text.Contains(mentions.Mark) || c.Html.Contains(mentions.RenderedMark)).ToListAsync(cancel))
        {
            var (text, html) = (Forget(mentions, one.Text), ForgetInHtml(mentions, one.Html));
            await Write(
                () => db.Closures.Where(c => c.TopicId == one.TopicId && c.Text == one.Text)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(c => c.Text, text).SetProperty(c => c.Html, html), cancel), cancel);
        }
    }

    private Task InTexts(
        Expression<Func<Change, bool>> which, Func<string, string, string> forget, CancellationToken cancel) =>
        InChanges(which, change =>
    {
        foreach (var text in TextsIn(change).ToList())
        {
            text.ReplaceWith(forget(text.Parent is JsonObject ? text.GetPropertyName() : "", text.GetValue<string>()));
        }
    }, cancel);

    private async Task InChanges(
        Expression<Func<Change, bool>> which, Action<JsonNode> forget, CancellationToken cancel)
    {
        var found = await db.Changes.AsNoTracking().Where(which)
            .Select(c => new { c.SpaceId, c.Version, c.Payload }).ToListAsync(cancel);
        foreach (var one in found)
        {
            var payload = JsonNode.Parse(one.Payload)!;
            forget(payload);
            var rewritten = payload.ToJsonString(Json.Options);
            await Write(
                () => db.Changes.Where(
                    c => c.SpaceId == one.SpaceId && c.Version == one.Version && c.Payload == one.Payload)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.Payload, rewritten), cancel), cancel);
        }
    }

    private static IEnumerable<JsonValue> TextsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => TextsIn(field.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value],
        _ => [],
    };
}
