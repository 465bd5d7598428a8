using System.Text.Json;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Features.Attention.Ledger;

/// <summary>The vectors were made by another program, and the client's tests read them too.</summary>
public sealed class LedgerVectorTests
{
    private static readonly JsonElement Vectors = JsonElement.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "ledger.vectors.json")));

    [Fact]
    public void An_entry_has_the_hash_that_others_compute()
    {
        var head = LedgerHead.At(Entries()[0].PersonId, 0, hash: null);

        foreach (var entry in Entries())
        {
            var made = head.Append(
                new LedgerAct(entry.PersonId, entry.ItemId, entry.Act, entry.State, entry.ById, entry.Due,
                    entry.ContentHash),
                entry.At);

            Assert.Equal(entry, LedgerEntryResponse.From(made));
        }
    }

    [Fact]
    public void A_proof_that_others_made_holds_and_nothing_else_does()
    {
        foreach (var proof in Vectors.GetProperty("proofs").Deserialize<DayProof[]>(Json.Options)!)
        {
            Assert.True(proof.Holds());
            Assert.False((proof with { Hash = Entries()[0].Hash }).Holds());
            Assert.False((proof with { Root = proof.Hash }).Holds());
            Assert.False((proof with { Salt = proof.Root }).Holds());
            Assert.False((proof with { Index = proof.Index + 1 }).Holds());
            Assert.False((proof with { Count = proof.Count * 2 }).Holds());
            Assert.False((proof with { Path = [.. proof.Path, proof.Root] }).Holds());
        }
    }

    private static LedgerEntryResponse[] Entries() =>
        Vectors.GetProperty("entries").Deserialize<LedgerEntryResponse[]>(Json.Options)!;
}
