using System.Runtime.InteropServices;
using Baton.Server.Data;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <param name="IsNamed">By the sender or in the words, also where a group counts.</param>
/// <param name="Unheard">What they chose, if for that reason it passes them by.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Part(AskRole Role, Why Why, Guid? OfId, bool IsNamed = false, Hearing? Unheard = null);

/// <summary>
/// Who a post addresses: whoever learns of it anyway, whom its words mention, whom its sender names. What is said later
/// in this list counts.
/// </summary>
public sealed class Audience(BatonDb db)
{
    /// <summary>Each with their part; the sender is never among them.</summary>
    /// <exception cref="AppException">
    /// 404 <c>person-not-found</c> for somebody named who is not in the space, 409 <c>post-hidden</c> for one who
    /// joined without what was before.
    /// </exception>
    public async Task<IReadOnlyDictionary<Guid, Part>> Of(
        Post post,
        EnvelopeRequest wish,
        IReadOnlyList<PersonMention> mentions,
        IReadOnlyList<Informed> informed,
        CancellationToken cancel)
    {
        var parts = new Dictionary<Guid, Part>();
        foreach (var one in informed)
        {
            parts[one.PersonId] = new Part(AskRole.Know, one.Why, one.OfId);
        }

        foreach (var mention in mentions)
        {
            var asked = mention.Asks
                || parts.GetValueOrDefault(mention.PersonId) is { Why: Why.Named, Role: AskRole.Answer };
            parts[mention.PersonId] = new Part(
                asked ? AskRole.Answer : AskRole.Know, Why.Named, null, IsNamed: true);
        }

        var named = wish.Addressees ?? [];
        if (named.Any(addressee => addressee is null))
        {
            throw AppException.Invalid("envelope.addressees", "Each addressee is a person or a group.");
        }

        foreach (var addressee in named.Where(a => a.Group is not null))
        {
            foreach (var personId in await Members(addressee.Group!.Value, post, informed, cancel))
            {
                parts[personId] = new Part(
                    addressee.Role, Why.Group, null, parts.GetValueOrDefault(personId).IsNamed);
            }
        }

        foreach (var addressee in named.Where(a => a.Group is null))
        {
            var personId = addressee.PersonId
                ?? throw AppException.Invalid("envelope.addressees", "Each addressee is a person or a group.");
            parts[personId] = new Part(addressee.Role, Why.Named, null, IsNamed: true);
        }

        parts.Remove(post.SenderId);
        if (parts.Count > 0)
        {
            await KeepWhoSees(
                post.SpaceId, post.BeganAt, parts,
                [.. named.Where(a => a.Group is null).Select(a => a.PersonId!.Value)], cancel);
            RequireFew(parts.Values.Count(part => part.Role != AskRole.Know), wish.OneOf, wish.Reason);
        }

        return parts;
    }

    /// <summary>Somebody who gets an ask that was somebody else's.</summary>
    /// <exception cref="AppException">404 <c>person-not-found</c>, 409 <c>post-hidden</c>.</exception>
    public Task Require(Envelope envelope, Guid personId, CancellationToken cancel) => KeepWhoSees(
        envelope.SpaceId, envelope.BeganAt, new Dictionary<Guid, Part> { [personId] = default }, [personId], cancel);

    /// <summary>Those of these people who see the post.</summary>
    public async Task<IReadOnlyList<Guid>> Seeing(Post post, IReadOnlyList<Guid> personIds, CancellationToken cancel)
    {
        var parts = personIds.Distinct().ToDictionary(id => id, _ => default(Part));
        if (parts.Count > 0)
        {
            await KeepWhoSees(post.SpaceId, post.BeganAt, parts, [], cancel);
        }

        return [.. parts.Keys];
    }

    private async Task KeepWhoSees(
        Guid spaceId, DateTime beganAt, Dictionary<Guid, Part> parts, HashSet<Guid> named, CancellationToken cancel)
    {
        var ids = parts.Keys.ToList();
        var seats = await (
            from membership in db.Memberships
            join person in db.People on membership.PersonId equals person.Id
            where membership.SpaceId == spaceId && ids.Contains(membership.PersonId) && person.LeftAt == null
            select new { membership.PersonId, membership.HistoryFrom }).ToListAsync(cancel);
        var seeing = seats.Where(s => s.HistoryFrom is null || beganAt >= s.HistoryFrom)
            .Select(s => s.PersonId).ToHashSet();
        foreach (var personId in ids.Where(id => !seeing.Contains(id)))
        {
            if (named.Contains(personId))
            {
                throw seats.Exists(s => s.PersonId == personId)
                    ? AppException.Conflict("post-hidden",
                        "They joined without what was before, and do not see this. Tell them in a new topic.")
                    : AppException.NotFound("person");
            }

            parts.Remove(personId);
        }
    }

    /// <param name="asked">How many are asked, all in all.</param>
    /// <exception cref="AppException">400 when they are too many, or more than seven without a reason.</exception>
    internal static void RequireFew(int asked, bool oneOf, string? reason)
    {
        if (asked > EnvelopeRequest.MaxAddressees)
        {
            throw AppException.Invalid("envelope.addressees",
                $"Up to {EnvelopeRequest.MaxAddressees} people can be asked at once.");
        }

        if (asked > EnvelopeRequest.MaxAsked && !oneOf && !PlainText.HasWords(reason ?? ""))
        {
            throw AppException.Invalid("envelope.reason",
                $"You ask {asked} people. Say why, or that any one of them will do.");
        }
    }

    private async Task<IReadOnlyList<Guid>> Members(
        AddresseeGroup group, Post post, IReadOnlyList<Informed> informed, CancellationToken cancel)
    {
        if (group == AddresseeGroup.Space)
        {
            return await db.Memberships.Where(m => m.SpaceId == post.SpaceId)
                .Select(m => m.PersonId).ToListAsync(cancel);
        }

        var why = group == AddresseeGroup.Followers ? Why.Follows : Why.Assigned;
        return [.. informed.Where(i => i.Why == why).Select(i => i.PersonId)];
    }
}
