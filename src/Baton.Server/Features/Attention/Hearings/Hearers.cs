using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Hearings;

/// <summary>
/// What the people of a space chose to hear, when a post there has found whom it addresses. Their choices change what
/// comes to them, and nothing that anybody else can see.
/// </summary>
public sealed class Hearers(BatonDb db)
{
    /// <summary>Marks what passes by whom; asks never do. One query, or none where nothing could.</summary>
    public async Task<IReadOnlyDictionary<Guid, Part>> Heed(
        Post post, IReadOnlyDictionary<Guid, Part> parts, CancellationToken cancel) =>
        parts.Values.Any(part => part.Role == AskRole.Know)
            ? Heed(parts, await Chosen(post, cancel))
            : parts;

    /// <summary>The same for a new post, with those who hear all of the chat it stands in.</summary>
    public async Task<IReadOnlyDictionary<Guid, Part>> HeedNew(
        Post post, IReadOnlyDictionary<Guid, Part> parts, CancellationToken cancel)
    {
        if (post.Place != PostPlace.Chat)
        {
            return await Heed(post, parts, cancel);
        }

        var chosen = await Chosen(post, cancel);
        var heeded = Heed(parts, chosen);
        foreach (var personId in chosen.Values
            .Where(h => h.Level == HearingLevel.Everything && h.PersonId != post.SenderId).Select(h => h.PersonId))
        {
            heeded.TryAdd(personId, new Part(AskRole.Know, Why.Hears, post.SpaceId));
        }

        return heeded;
    }

    private static Dictionary<Guid, Part> Heed(
        IReadOnlyDictionary<Guid, Part> parts, Dictionary<Guid, Hearing> chosen) =>
        parts.ToDictionary(
            one => one.Key,
            one => one.Value.Role == AskRole.Know
                && chosen.TryGetValue(one.Key, out var hearing)
                && hearing.PassesBy(one.Value.IsNamed)
                    ? one.Value with { Unheard = hearing }
                    : one.Value);

    /// <summary>By person, of those who see the post: what they chose of its place, or else of its space.</summary>
    private async Task<Dictionary<Guid, Hearing>> Chosen(Post post, CancellationToken cancel)
    {
        var place = Enum.Parse<HearingPlace>(post.Place.ToString());
        var found = await (
            from hearing in db.Hearings.AsNoTracking()
            join seat in db.Memberships on hearing.PersonId equals seat.PersonId
            where seat.SpaceId == post.SpaceId && (seat.HistoryFrom == null || post.BeganAt >= seat.HistoryFrom)
                && ((hearing.PlaceId == post.PlaceId && hearing.Place == place)
                    || (hearing.PlaceId == post.SpaceId && hearing.Place == HearingPlace.Space))
            select hearing).ToListAsync(cancel);
        return found.GroupBy(h => h.PersonId)
            .ToDictionary(g => g.Key, g => g.FirstOrDefault(h => h.Place == place) ?? g.First());
    }
}
