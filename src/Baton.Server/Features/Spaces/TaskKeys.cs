using System.Globalization;
using Baton.Server.Data;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Spaces;

/// <summary>
/// What stands before the number of a space's tasks. Two spaces that a person sees should not share it, or WEB-7 would
/// be two tasks; beyond that nobody is told which keys there are.
/// </summary>
internal sealed class TaskKeys
{
    private readonly HashSet<string> _taken;

    private TaskKeys(HashSet<string> taken) => _taken = taken;

    /// <summary>The keys of the other spaces that a person sees, archived ones too.</summary>
    public static async Task<TaskKeys> SeenBy(
        Guid personId, Guid exceptSpaceId, BatonDb db, CancellationToken cancel) => new(await (
        from membership in db.Memberships
        join space in db.Spaces on membership.SpaceId equals space.Id
        where membership.PersonId == personId && space.Id != exceptSpaceId
        select space.Key).ToHashSetAsync(StringComparer.Ordinal, cancel));

    /// <exception cref="AppException">409 on the field <c>key</c> for one that another space has.</exception>
    public string Free(string key) => !_taken.Contains(key)
        ? key
        : throw AppException.Conflict("key-taken",
            $"Another of your spaces numbers its tasks as {key} already. Choose another key.", field: "key");

    /// <summary>Made of a name: SUPP; when another has that, SUPA (for Support Asia), SUPPO, SUPP2.</summary>
    public string For(string name)
    {
        var words = name.ToUpperInvariant().Split(' ')
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterUpper))).Where(word => word.Length > 0).ToList();
        var letters = string.Concat(words);
        return letters.Length < 2 ? Numbered("SP")
            : new[] { First(letters, 4), Initials(words), First(letters, 5), First(letters, 6) }.FirstOrDefault(
                key => key.Length > 1 && !_taken.Contains(key))
            ?? Numbered(First(letters, 4));
    }

    /// <summary>This key, or with the first number that nobody has behind it: DM, DM2, DM3.</summary>
    public string Numbered(string key)
    {
        var number = 1;
        var numbered = key;
        while (_taken.Contains(numbered))
        {
            var digits = (++number).ToString(CultureInfo.InvariantCulture);
            numbered = First(key, Space.MaxKeyLength - digits.Length) + digits;
        }

        return numbered;
    }

    private static string Initials(List<string> words) =>
        words.Count < 2
            ? ""
            : First(First(words[0], 3) + string.Concat(words.Skip(1).Select(word => word[0])), Space.MaxKeyLength);

    private static string First(string text, int count) => text[..Math.Min(count, text.Length)];
}
