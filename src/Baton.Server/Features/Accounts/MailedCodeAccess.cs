using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Accounts;

/// <summary>
/// The only door to mailed codes: for whoever has one, and for whom they were made. The caller saves.
/// </summary>
public sealed class MailedCodeAccess(BatonDb db, TimeProvider clock)
{
    /// <summary>
    /// The code's person, and every code they were sent, tracked: using one uses up all, for a mailbox or a password
    /// that was lost must open nothing more.
    /// </summary>
    /// <exception cref="AppException">400 on <c>code</c> for one that never was, was used, or is too old.</exception>
    public async Task<(Person Person, MailedCode Code, List<MailedCode> All)> For(
        string code, MailedCodeKind kind, CancellationToken cancel)
    {
        var hash = SecretCode.HashOf(code);
        var now = clock.UtcNow();
        var found = await db.MailedCodes.FirstOrDefaultAsync(
            c => c.CodeHash == hash && c.Kind == kind && c.ExpiresAt > now, cancel);
        if (found is null
            || await db.People.FirstOrDefaultAsync(p => p.Id == found.PersonId && p.LeftAt == null, cancel)
                is not { } person)
        {
            throw AppException.Invalid("code", "This link was used already or is too old. Ask for a new one.");
        }

        var others = await SentTo(person.Id).Where(c => c.Id != found.Id).ToListAsync(cancel);
        // The code itself is among them even if somebody used it up since it was found: removing it again then fails.
        return (person, found, [found, .. others]);
    }

    /// <summary>A new one; what opens is told only here.</summary>
    /// <param name="email">Where it goes; see <see cref="MailedCode.Email"/>.</param>
    public (string Secret, DateTime ExpiresAt) Make(MailedCodeKind kind, Person person, string email)
    {
        var secret = SecretCode.Make();
        var code = MailedCode.For(kind, person.Id, secret.Hash, email, clock.UtcNow());
        db.MailedCodes.Add(code);
        return (secret.Code, code.ExpiresAt);
    }

    /// <summary>Somebody's codes open nothing any more.</summary>
    /// <param name="kind">Only those of one kind.</param>
    public async Task Void(Guid personId, CancellationToken cancel, MailedCodeKind? kind = null) =>
        db.MailedCodes.RemoveRange(await SentTo(personId)
            .Where(c => kind == null || c.Kind == kind).ToListAsync(cancel));

    private IQueryable<MailedCode> SentTo(Guid personId) => db.MailedCodes.Where(c => c.PersonId == personId);
}
