using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.People;

/// <param name="Link">Works once; told only here.</param>
public sealed record PasswordResetLinkResponse(Uri Link, DateTime ExpiresAt);

/// <summary>
/// A link by which somebody chooses a new password, for an owner to hand over where no mail can: good for an hour and
/// one use. Owners only, since whoever opens it reads what is private; the log keeps who made it for whom.
/// </summary>
/// <exception cref="AppException">403 <c>right-missing</c>, <c>owner-only</c>; 404 <c>person-not-found</c>.</exception>
public static partial class LinkPasswordReset
{
    public static async Task<Ok<PasswordResetLinkResponse>> Handle(
        Guid personId,
        CurrentPerson me,
        PersonAccess people,
        MailedCodeAccess codes,
        IOptions<BatonSettings> settings,
        BatonDb db,
        ILogger<PasswordResetLinkResponse> log,
        CancellationToken cancel)
    {
        var person = await people.ForManaging(me, personId, cancel) ?? throw AppException.NotFound("person");
        PersonAccess.RequireOwner(me);
        // Asked again, the earlier link opens nothing: of what is handed around, one is good.
        await codes.Void(person.Id, cancel, MailedCodeKind.ResetPassword);
        var (secret, expiresAt) = codes.Make(MailedCodeKind.ResetPassword, person, person.Email!);
        await db.SaveChangesAsync(cancel);
        LogMade(log, me.Id, person.Id);

        return TypedResults.Ok(new PasswordResetLinkResponse(settings.Value.LinkTo("reset", secret), expiresAt));
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{OwnerId} made a link to choose a new password for {PersonId}.")]
    private static partial void LogMade(ILogger log, Guid ownerId, Guid personId);
}
