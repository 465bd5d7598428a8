using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>
/// What a unit of work was let through for and must still find when it commits: that the space, the topic or the list
/// is open. Asked last, when the transaction holds the stream of every space it tells. Whoever archives or closes
/// something tells the same space and so passes the same lock: what comes after them in the stream has seen them.
/// </summary>
internal sealed class Provisos
{
    private readonly List<FormattableString> _conditions = [];

    public void Add(FormattableString condition) => _conditions.Add(condition);

    public void Clear() => _conditions.Clear();

    /// <exception cref="DbUpdateConcurrencyException">
    /// One does not hold any more; whoever starts over finds out which.
    /// </exception>
    public async Task Require(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        if (_conditions.Count == 0)
        {
            return;
        }

        // A statement of its own: on PostgreSQL one sees what was committed before it began, and the lock came before.
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"SELECT {string.Join(" AND ", _conditions.Select(condition => Write(condition, command)))}";
        if (!Convert.ToBoolean(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture))
        {
            throw new DbUpdateConcurrencyException(
                "What this was written into has been archived, closed or taken away meanwhile.");
        }
    }

    private static string Write(FormattableString condition, DbCommand command) => string.Format(
        CultureInfo.InvariantCulture, condition.Format,
        [.. condition.GetArguments().Select(value => Name(value, command))]);

    private static string Name(object? value, DbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"p{command.Parameters.Count}";
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return $"@{parameter.ParameterName}";
    }
}
