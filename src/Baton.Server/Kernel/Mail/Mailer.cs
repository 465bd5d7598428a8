using Baton.Server.Kernel.Web;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace Baton.Server.Kernel.Mail;

/// <summary>
/// Hands mail to the SMTP server of the settings. Called by jobs only: a request never waits for a mail server, and a
/// mail that could not be handed over is tried again. Nothing of a mail's text is ever logged: it may carry a secret.
/// </summary>
public sealed class Mailer(IOptions<BatonSettings> settings, TimeProvider clock)
{
    private const int ImplicitTlsPort = 465;
    private const int TimeoutMilliseconds = 30_000;

    /// <summary>For all of it, however slowly the server answers.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly BatonSettings.SmtpSettings _smtp = settings.Value.Smtp;

    /// <summary>False without an SMTP server: then nothing that needs a mail is offered.</summary>
    public bool IsOn => _smtp.Configured;

    /// <exception cref="MailException">The server did not take it.</exception>
    public async Task Send(OutgoingMail mail, CancellationToken cancel)
    {
        using var message = Write(mail);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(_smtp.Host, _smtp.Port, Security(), both.Token);
            if (_smtp.User.Length > 0)
            {
                await client.AuthenticateAsync(_smtp.User, _smtp.Password, both.Token);
            }

            // Once it is on its way it is seen to its end: cut off here, it might have arrived and be sent once more.
            await client.SendAsync(message, patience.Token);
        }
        catch (Exception failed) when (!cancel.IsCancellationRequested)
        {
            throw new MailException(
                failed is SmtpCommandException or AuthenticationException
                    ? MailFault.Refused
                    : MailFault.Unreachable,
                failed);
        }

        await TakeLeave(client, both.Token);
    }

    private MimeMessage Write(OutgoingMail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Body = new BodyBuilder { TextBody = mail.PlainText, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress("Baton", _smtp.From));
        message.To.Add(new MailboxAddress("", mail.To));
        // Says to other mail programs that nobody wrote this by hand: no out-of-office answers (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.MessageId = mail.Id ?? MimeUtils.GenerateMessageId();
        if (mail.Thread is not null)
        {
            message.InReplyTo = mail.Thread;
            message.References.Add(mail.Thread);
        }

        if (mail.Unsubscribe is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.Unsubscribe}>");
        }

        return message;
    }

    // The server has taken the mail by now: whatever goes wrong here must not have it sent once more.
    private static async Task TakeLeave(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception failed) when (failed is IOException or ProtocolException or OperationCanceledException)
        {
            // The connection is closed with the client.
        }
    }

    private SecureSocketOptions Security() => (_smtp.Tls, _smtp.Port) switch
    {
        (false, _) => SecureSocketOptions.None,
        (true, ImplicitTlsPort) => SecureSocketOptions.SslOnConnect,
        (true, _) => SecureSocketOptions.StartTls,
    };
}
