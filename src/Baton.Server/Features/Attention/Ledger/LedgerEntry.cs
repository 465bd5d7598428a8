using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Baton.Server.Features.Attention.Asks;

namespace Baton.Server.Features.Attention.Ledger;

/// <summary>
/// One act in a person's ledger. Its hash covers every field and the hash of the entry before it, so that none can be
/// changed, taken out or put in without all later ones changing too. Never updated, never deleted.
/// </summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    public Guid PersonId { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public long Number { get; private init; }

    public Guid ItemId { get; private init; }

    public Act Act { get; private init; }

    public AddresseeState State { get; private init; }

    public DateTime At { get; private init; }

    public Guid? ById { get; private init; }

    public DateTime? Due { get; private init; }

    public string ContentHash { get; private init; } = "";

    /// <summary>Null in the first.</summary>
    public string? PreviousHash { get; private init; }

    /// <summary>SHA-256 of <see cref="Canonical"/>, in hex.</summary>
    public string Hash { get; private set; } = "";

    internal static LedgerEntry Of(LedgerAct act, DateTime at, long number, string? previousHash)
    {
        var entry = new LedgerEntry
        {
            PersonId = act.PersonId,
            Number = number,
            ItemId = act.ItemId,
            Act = act.Act,
            State = act.State,
            At = WholeMilliseconds(at),
            ById = act.ById,
            Due = act.Due is { } due ? WholeMilliseconds(due) : null,
            ContentHash = act.ContentHash,
            PreviousHash = previousHash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }

    /// <summary>What <see cref="Hash"/> must be.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Canonical()));

    /// <summary>
    /// The entry without its hash as canonical JSON (RFC 8785): members in the order of their names, nothing between
    /// them. Its strings are ids, words of ours, times and hex, in which nothing is escaped; see docs/decisions/0016.
    /// </summary>
    public byte[] Canonical()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("act", Word(Act));
            json.WriteString("at", Instant(At));
            json.WriteString("byId", ById?.ToString());
            json.WriteString("contentHash", ContentHash);
            json.WriteString("due", Due is { } due ? Instant(due) : null);
            json.WriteString("itemId", ItemId.ToString());
            json.WriteNumber("number", Number);
            json.WriteString("personId", PersonId.ToString());
            json.WriteString("previousHash", PreviousHash);
            json.WriteString("state", Word(State));
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>As the API writes instants.</summary>
    private static string Instant(DateTime at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Databases and JSON keep no finer grain alike, and the hash must come out the same from either.
    private static DateTime WholeMilliseconds(DateTime at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
