using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Baton.Server;

/// <summary>What keeps the program from starting and whoever runs it can mend.</summary>
internal static class StartFailure
{
    // https://sqlite.org/rescode.html: what the statements are to blame for, not the file.
    private const int SqlError = 1;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int Misuse = 21;
    private const int Range = 25;

    /// <summary>A line that names the setting to look at; null for what is a fault of the program.</summary>
    public static string? SentenceFor(Exception failed) => failed switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        FormatException { Message: var message } when message.StartsWith("The short switch", StringComparison.Ordinal) =>
            $"{message} A setting is written out, such as --url=http://localhost:5080.",
        PostgresException { SqlState: var state } when IsOurs(state) => null,
        NpgsqlException away => $"BATON_DATABASE: PostgreSQL cannot be used: {LineOf(away)}",
        SqliteException { SqliteErrorCode: SqlError or Constraint or Mismatch or Misuse or Range } => null,
        SqliteException unusable => $"BATON_DATA: the database file there cannot be used: {LineOf(unusable)}",
        // Kestrel has no exception of its own for an address it cannot have.
        IOException { Message: var message } taken
            when message.StartsWith("Failed to bind", StringComparison.Ordinal) => Listen(taken),
        SocketException refused => Listen(refused),
        InvalidOperationException { Message: var message } when message.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
            "BATON_LISTEN: there is no certificate to serve https with. Behind a proxy that has one, listen at an address such as http://127.0.0.1:5080.",
        IOException or UnauthorizedAccessException => $"BATON_DATA: {LineOf(failed)}",
        // Entity Framework puts what may pass into one of these.
        InvalidOperationException { InnerException: NpgsqlException away } => SentenceFor(away),
        _ => null,
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html: without a way in, room, a database or the right
    // to it the server can do nothing. All else our statements are to blame for.
    private static bool IsOurs(string state) =>
        state[..2] is not ("08" or "28" or "3D" or "53" or "55" or "57" or "58")
        && state is not (PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction);

    private static string Listen(Exception failed) =>
        $"BATON_LISTEN (or BATON_URL): the server cannot listen there: {LineOf(failed)} Stop what else listens there, or choose another address.";

    private static string LineOf(Exception failed)
    {
        var line = failed.Message.Split('\n')[0].Trim();
        return line.EndsWith('.') ? line : $"{line}.";
    }
}
