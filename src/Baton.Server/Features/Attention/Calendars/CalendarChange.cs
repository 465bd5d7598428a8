using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Delivery;

namespace Baton.Server.Features.Attention.Calendars;

/// <summary>What follows when the calendar of a person changes, in the same transaction.</summary>
public static class CalendarChange
{
    /// <summary>Told to their other devices, and to nobody else.</summary>
    /// <param name="payload">What changed, as docs/changes.md says.</param>
    public static void Announce(Person person, Guid itemId, object payload, BatonDb db, DateTime now)
    {
        db.Announce(person.PersonalSpaceId, "calendar.changed", itemId, person.Id, payload);
        db.Jobs.Add(Replan.For(person.Id, now));
    }

    /// <summary>Something in it that says nothing of when they work: no plan is made anew for it.</summary>
    public static void Note(Person person, Guid itemId, object payload, BatonDb db) =>
        db.Announce(person.PersonalSpaceId, "calendar.noted", itemId, person.Id, payload);
}
