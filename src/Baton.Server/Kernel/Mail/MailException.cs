namespace Baton.Server.Kernel.Mail;

public enum MailFault
{
    /// <summary>No answer of the mail server, none in time, or none that could be understood.</summary>
    Unreachable,

    /// <summary>It answered, and did not take the mail.</summary>
    Refused,
}

/// <summary>A mail that was not handed over.</summary>
public sealed class MailException(MailFault fault, Exception inner)
    : Exception($"A mail was not handed over: {inner.GetType().Name}: {inner.Message}", inner)
{
    public MailFault Fault { get; } = fault;
}
