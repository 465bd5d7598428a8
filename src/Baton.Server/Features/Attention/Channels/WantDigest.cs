using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Attention.Channels;

public sealed record WantDigestRequest(bool Wanted);

/// <summary>Switches on or off that what is asked of me comes by mail, too.</summary>
public static class WantDigest
{
    public static async Task<Ok<MailChannelResponse>> Handle(
        WantDigestRequest request, CurrentPerson me, Mailer mailer, BatonDb db, CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        if (person.DigestOff == request.Wanted)
        {
            person.WantDigest(request.Wanted);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await ReadChannels.Mail(person, mailer, db, cancel));
    }
}
