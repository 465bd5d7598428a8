namespace Baton.Server.Features.Accounts;

public enum MailedCodeKind
{
    ResetPassword,
    ConfirmEmail,
}

/// <summary>
/// A code that was mailed to somebody, and what whoever brings it back may do, once. Known by its SHA-256 only.
/// </summary>
public sealed class MailedCode
{
    private MailedCode()
    {
    }

    public Guid Id { get; private init; }

    public MailedCodeKind Kind { get; private init; }

    public Guid PersonId { get; private init; }

    public string CodeHash { get; private init; } = "";

    /// <summary>The address it went to; for <see cref="MailedCodeKind.ConfirmEmail"/> the new one.</summary>
    public string Email { get; private init; } = "";

    public DateTime ExpiresAt { get; private init; }

    public static TimeSpan LifetimeOf(MailedCodeKind kind) => kind switch
    {
        MailedCodeKind.ResetPassword => TimeSpan.FromHours(1),
        MailedCodeKind.ConfirmEmail => TimeSpan.FromHours(24),
    };

    public static MailedCode For(
        MailedCodeKind kind, Guid personId, string codeHash, string email, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            PersonId = personId,
            CodeHash = codeHash,
            Email = email,
            ExpiresAt = now + LifetimeOf(kind),
        };
}
