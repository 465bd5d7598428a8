using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// The only door to an addressee's row: for themselves, while they see the post, and for who addressed them.
/// </summary>
public sealed class AskAccess(BatonDb db, SpaceAccess spaces)
{
    /// <summary>Mine, with its envelope, tracked.</summary>
    public async Task<(Addressee Mine, Envelope Envelope)> ForAddressee(
        CurrentPerson me, Guid id, CancellationToken cancel)
    {
        var found = await (
            from seen in spaces.Seen(db.Envelopes, me.Id)
            join addressee in db.Addressees on seen.Item.Id equals addressee.PostId
            where addressee.Id == id && addressee.PersonId == me.Id
            select new { Addressee = addressee, Envelope = seen.Item }).FirstOrDefaultAsync(cancel)
            ?? throw AppException.NotFound("ask");
        return (found.Addressee, found.Envelope);
    }

    /// <summary>One that I asked of somebody.</summary>
    public async Task<(Addressee Theirs, Envelope Envelope)> ForSender(
        CurrentPerson me, Guid id, CancellationToken cancel)
    {
        var found = await (
            from seen in spaces.Seen(db.Envelopes, me.Id)
            join addressee in db.Addressees on seen.Item.Id equals addressee.PostId
            where addressee.Id == id && addressee.ById == me.Id
            select new { Addressee = addressee, Envelope = seen.Item }).FirstOrDefaultAsync(cancel)
            ?? throw AppException.NotFound("ask");
        return (found.Addressee, found.Envelope);
    }

    /// <summary>Mine among these; those that are not, or no more, are left out.</summary>
    public async Task<IReadOnlyList<(Addressee Mine, Envelope Envelope)>> ForAddressee(
        CurrentPerson me, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var found = await (
            from seen in spaces.Seen(db.Envelopes, me.Id)
            join addressee in db.Addressees on seen.Item.Id equals addressee.PostId
            where ids.Contains(addressee.Id) && addressee.PersonId == me.Id
            select new { Addressee = addressee, Envelope = seen.Item }).ToListAsync(cancel);
        return [.. found.Select(f => (f.Addressee, f.Envelope))];
    }
}
