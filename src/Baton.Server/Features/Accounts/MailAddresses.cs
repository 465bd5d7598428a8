using System.Net.Mail;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Features.Accounts;

public static class MailAddresses
{
    public const int MaxLength = 254;

    /// <returns>The bare address, trimmed.</returns>
    /// <exception cref="AppException">
    /// 400 for what is no address, or one with a name or a comment around it.
    /// </exception>
    public static string Require(string field, string email)
    {
        var address = email.Trim();
        return address.Length <= MaxLength
            && MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address
            ? address
            : throw AppException.Invalid(field, "That is not an e-mail address.");
    }
}
