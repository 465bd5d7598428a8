using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Ledger;

internal sealed class LedgerHeadModel : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.ToTable("LedgerHeads");
        head.HasKey(h => h.PersonId);
        head.Property(h => h.PersonId).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(64);
    }
}

internal sealed class LedgerEntryModel : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("LedgerEntries");
        entry.HasKey(e => new { e.PersonId, e.Number });
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.Property(e => e.Act).HasConversion<string>().HasMaxLength(16);
        entry.Property(e => e.State).HasConversion<string>().HasMaxLength(16);
        entry.Property(e => e.ContentHash).HasMaxLength(64);
        entry.Property(e => e.PreviousHash).HasMaxLength(64);
        entry.Property(e => e.Hash).HasMaxLength(64);
        // The story of one item, and how it ended.
        entry.HasIndex(e => new { e.ItemId, e.PersonId, e.Number });
    }
}

internal sealed class IncidentModel : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> incident)
    {
        incident.ToTable("Incidents");
        incident.Property(i => i.Id).ValueGeneratedNever();
        incident.Property(i => i.Kind).HasConversion<string>().HasMaxLength(16);
        incident.Property(i => i.Recorded).HasConversion<string>().HasMaxLength(16);
        incident.Property(i => i.Stands).HasConversion<string>().HasMaxLength(16);
        incident.HasIndex(i => new { i.LatestAt, i.Id });
    }
}

internal sealed class DayRootModel : IEntityTypeConfiguration<DayRoot>
{
    public void Configure(EntityTypeBuilder<DayRoot> day)
    {
        day.ToTable("DayRoots");
        day.HasKey(d => d.Day);
        day.Property(d => d.Root).HasMaxLength(64);
        day.Ignore(d => d.End);
    }
}
