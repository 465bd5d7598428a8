using Microsoft.Data.Sqlite;
using Npgsql;

namespace Baton.Server.Kernel.Web;

/// <summary>Tells a full disk from a fault of ours, wherever it was met.</summary>
internal static class NoRoom
{
    // https://sqlite.org/rescode.html#full
    private const int SqliteFull = 13;

    // ENOSPC and EDQUOT of Linux, which .NET hands on as they are.
    private const int NoSpace = 28;
    private const int OverQuota = 122;

    public static bool Explains(Exception? failed) => failed switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException { HResult: NoSpace or OverQuota } => true,
        null => false,
        _ => Explains(failed.InnerException),
    };
}
