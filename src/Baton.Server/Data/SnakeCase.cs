using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>
/// Lower-case names with underscores, so that the same SQL reads well and unquoted on both databases.
/// </summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            entity.SetTableName(Of(entity.GetTableName()!));

            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Of(key.GetName()!));
            }

            foreach (var foreign in entity.GetForeignKeys())
            {
                foreign.SetConstraintName(Of(foreign.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Of(index.GetDatabaseName()!));
            }
        }
    }

    private static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (var (i, letter) in name.Index())
        {
            if (char.IsUpper(letter) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
