using Baton.Server.Data;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Attention.Channels;

/// <summary>
/// Mails somebody what is asked of them with a batch. Sent once: that it was taken is written down at once, and should
/// that fail, the mail that comes again has the same id.
/// </summary>
public sealed class MailDigest(
    Dispatches dispatches, BatonDb db, Mailer mailer, IOptions<BatonSettings> settings) : IJob
{
    public const string Kind = "MailDigest";

    /// <param name="payload">The attempt's id.</param>
    public async Task Run(string payload, CancellationToken cancel)
    {
        if (await dispatches.Begin(Guid.Parse(payload), Kind, Mailer.Patience, cancel) is not { } dispatch)
        {
            return;
        }

        var reader = await Reachable.ByMail(db).Where(p => p.Id == dispatch.Attempt.PersonId)
            .Select(p => new DigestReader(p.Id, p.Name, p.Email!, p.Language)).FirstOrDefaultAsync(cancel);
        if (reader is null || !mailer.IsOn)
        {
            await dispatches.End(dispatch.Attempt, AttemptState.Gone);
            return;
        }

        try
        {
            await Send(dispatch.Permit, DigestText.Write(dispatch, reader, settings.Value.Url), cancel);
        }
        catch (MailException failed)
        {
            await dispatches.Failed(dispatch, Kind, failed.Fault.ToString().ToLowerInvariant());
            throw;
        }

        await dispatches.Sent(dispatch);
    }

    private Task Send(DeliveryPermit permit, OutgoingMail digest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(permit);
        return mailer.Send(digest, cancel);
    }
}
