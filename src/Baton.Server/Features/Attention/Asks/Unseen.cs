using Baton.Server.Data;

namespace Baton.Server.Features.Attention.Asks;

internal static class Unseen
{
    /// <summary>
    /// Those of these whose person does not see the post: they have left its space, or may not look back so far.
    /// </summary>
    public static IQueryable<Addressee> Of(IQueryable<Addressee> addressees, BatonDb db) =>
        from addressee in addressees
        join envelope in db.Envelopes on addressee.PostId equals envelope.Id
        where !db.Memberships.Any(m => m.SpaceId == envelope.SpaceId && m.PersonId == addressee.PersonId
            && (m.HistoryFrom == null || envelope.BeganAt >= m.HistoryFrom))
        select addressee;
}
