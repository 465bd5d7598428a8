using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Baton.Server.Data;

/// <summary>
/// Two requests may both find that a row is not there and both make it. The loser starts over: its second run sees the
/// winner's row and answers accordingly. Safe because every write is idempotent by id.
/// </summary>
public static class RetryOnRace
{
    private const int Attempts = 4;

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(context);
            }
            catch (Exception lost) when (attempt < Attempts && IsRace(lost))
            {
                context.HttpContext.RequestServices.GetRequiredService<BatonDb>().StartOver();
            }
        }
    }

    private static bool IsRace(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => IsRace(inner),
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067, // PRIMARY KEY, UNIQUE
        PostgresException postgres => postgres.SqlState is
            PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.SerializationFailure,
        _ => false,
    };
}
