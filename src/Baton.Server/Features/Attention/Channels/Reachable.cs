using Baton.Server.Data;
using Baton.Server.Features.Accounts;

namespace Baton.Server.Features.Attention.Channels;

internal static class Reachable
{
    /// <summary>
    /// Whoever has shown that they read an address and has not switched the digest off: a mistyped address must not
    /// tell a stranger what is asked in here.
    /// </summary>
    public static IQueryable<Person> ByMail(BatonDb db) =>
        db.People.Where(p => p.LeftAt == null && p.EmailConfirmed && p.Email != null && !p.DigestOff);
}
