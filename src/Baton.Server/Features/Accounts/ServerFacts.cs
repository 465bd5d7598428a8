using Baton.Server.Kernel.Mail;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server.Features.Accounts;

/// <summary>How this server is set up, as far as a client needs to know before it offers something.</summary>
public sealed class ServerFacts(Mailer mailer, IOptions<BatonSettings> settings)
{
    public bool SendsMail => mailer.IsOn;

    public long MaxUploadBytes => settings.Value.MaxUploadBytes;
}
