namespace Baton.Server.Kernel.Web;

/// <summary>
/// An answer the caller could have expected, with a stable kebab-case code. Everything else is a bug and ends as a 500.
/// </summary>
public sealed class AppException : Exception
{
    private AppException(int status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public string Code { get; }

    /// <summary>
    /// The request's field at fault, in camelCase; set on every 400, and on a 409 that one field is the reason of.
    /// </summary>
    public string? Field { get; private init; }

    /// <summary>The right that the caller lacks, such as <c>task.edit</c>; shown with a 403.</summary>
    public string? Right { get; private init; }

    /// <summary>The present state of what the caller wanted to change; shown with a 409.</summary>
    public object? Present { get; private init; }

    /// <summary>Whole seconds after which trying again makes sense; set on a 429.</summary>
    public int? RetryAfter { get; private init; }

    /// <summary>
    /// Also the answer for what exists but is none of the caller's business, so that an id tells nothing.
    /// </summary>
    public static AppException NotFound(string what) => new(404, $"{what}-not-found", $"There is no such {what}.");

    /// <summary>The caller is not signed in, or may not sign in like this.</summary>
    public static AppException Unauthorized(string code, string message) => new(401, code, message);

    /// <summary>The caller sees the thing but lacks the right, which the message names.</summary>
    public static AppException Forbidden(string code, string right, string message) =>
        new(403, code, message) { Right = right };

    /// <summary>Another site's page asks in the caller's name.</summary>
    public static AppException CrossSite(string message) => new(403, "cross-site", message);

    public static AppException Conflict(string code, string message, object? present = null, string? field = null) =>
        new(409, code, message) { Present = present, Field = field };

    public static AppException Invalid(string field, string message) => new(400, "invalid", message) { Field = field };

    public static AppException TooLarge(string message) => new(413, "too-large", message);

    /// <summary>RFC 4918: the disk is full. Whoever asked can do nothing, and nothing of it was kept.</summary>
    public static AppException NoRoom() =>
        new(507, "no-room",
            "The server's disk is full, so nothing was saved. Tell whoever runs it, and try again later.");

    /// <param name="retryAfter">Whole seconds, at least one.</param>
    public static AppException TooMany(int retryAfter) =>
        new(429, "too-many-requests", $"That was too much at once. Try again {In(retryAfter)}.")
        {
            RetryAfter = retryAfter,
        };

    private static string In(int seconds) => seconds switch
    {
        <= 1 => "in a second",
        < 60 => $"in {seconds} seconds",
        60 => "in a minute",
        _ => $"in {(seconds + 59) / 60} minutes",
    };
}
