using Baton.Server.Kernel.Web;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Baton.Server.Kernel.Mail;

/// <summary>
/// Hands mail to the SMTP server of the settings. Called by jobs only: a request never waits for a mail server, and a
/// mail that could not be handed over is tried again. Nothing of a mail's text is ever logged: it may carry a secret.
/// </summary>
public sealed class Mailer(IOptions<BatonSettings> settings)
{
    private const int ImplicitTlsPort = 465;
    private const int TimeoutMilliseconds = 30_000;

    private readonly BatonSettings.SmtpSettings _smtp = settings.Value.Smtp;

    /// <summary>False without an SMTP server: then nothing that needs a mail is offered.</summary>
    public bool IsOn => _smtp.Configured;

    public async Task Send(OutgoingMail mail, CancellationToken cancel)
    {
        using var message = new MimeMessage
        {
            Subject = mail.Subject,
            Body = new BodyBuilder { TextBody = mail.PlainText, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress("Baton", _smtp.From));
        message.To.Add(new MailboxAddress("", mail.To));
        // Says to other mail programs that nobody wrote this by hand: no out-of-office answers (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");

        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(_smtp.Host, _smtp.Port, Security(), cancel);
        if (_smtp.User.Length > 0)
        {
            await client.AuthenticateAsync(_smtp.User, _smtp.Password, cancel);
        }

        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    private SecureSocketOptions Security() => (_smtp.Tls, _smtp.Port) switch
    {
        (false, _) => SecureSocketOptions.None,
        (true, ImplicitTlsPort) => SecureSocketOptions.SslOnConnect,
        (true, _) => SecureSocketOptions.StartTls,
    };
}
