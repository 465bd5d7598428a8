using Baton.Server.Data;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Channels;
using Baton.Server.Features.Attention.Glass;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>
/// The one gate through which anything reaches a person. It opens only while they work and are not in focus, writes
/// down that it did, and hands the news to the channels.
/// </summary>
public sealed class Gate(ChannelPlans channels, BatonDb db)
{
    /// <summary>Null while they are off or in focus.</summary>
    public DeliveryPermit? Permit(PersonCalendar person, DateTime now) =>
        person.OpenAround(Instant.FromDateTimeUtc(now)) is { } open
            ? new DeliveryPermit(Seal.Of, person.PersonId, now, PermitBasis.Hours, open)
            : null;

    /// <summary>
    /// For what a batch has still to say elsewhere: hours are asked anew. What broke through them has an hour; later
    /// it waits for them as everything does.
    /// </summary>
    public DeliveryPermit? PermitAgain(Batch batch, PersonCalendar person, DateTime now)
    {
        if (batch.GlassId is { } glassId)
        {
            var broken = new DeliveryPermit(
                Seal.Of, person.PersonId, batch.EmittedAt, batch.Basis, open: null, glassId);
            if (now < broken.Until)
            {
                return broken;
            }
        }

        return Permit(person, now);
    }

    /// <summary>For what could not wait: with its record, stored together with what it lets through (Q2).</summary>
    public DeliveryPermit Permit(BreakGlass glass) =>
        db.Entry(glass).State == EntityState.Added
            ? new DeliveryPermit(
                Seal.Of, glass.PersonId, glass.At, PermitBasis.BreakGlass, open: null, glass.Id)
            : throw new InvalidOperationException("It reaches them once, when it is written down.");

    /// <summary>The caller saves: what was emitted and that it was are one transaction.</summary>
    /// <param name="items">All of it.</param>
    /// <param name="news">Of these, what they hear of for the first time, or again as they wished.</param>
    public async Task Emit(
        DeliveryPermit permit,
        IReadOnlyList<Addressee> items,
        IReadOnlyList<Addressee> news,
        CancellationToken cancel)
    {
        if (!items.All(permit.Covers))
        {
            throw new InvalidOperationException("That permit is for somebody or something else.");
        }

        if (items.Count == 0)
        {
            return;
        }

        var asks = items.Count(item => item.IsAsk);
        var batch = Batch.Of(permit, asks, items.Count - asks);
        db.Batches.Add(batch);
        foreach (var item in news)
        {
            item.ComeWith(batch.Id);
        }

        // What is only to be known never alerts.
        if (news.Any(item => item.IsAsk))
        {
            await channels.Make(permit, batch.Id, cancel);
        }
    }

    internal sealed class Seal
    {
        private Seal()
        {
        }

        internal static Seal Of { get; } = new();
    }
}
