using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Delivery;

/// <summary>One delivery to one person, as it happened: what the nightly audit holds against their calendar.</summary>
public sealed class Batch
{
    private Batch()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTime EmittedAt { get; private init; }

    public PermitBasis Basis { get; private init; }

    /// <summary>
    /// The stretch of their day that the gate saw open around it. It stays when their calendar changes later; null for
    /// batches from before it was kept.
    /// </summary>
    public DateTime? OpenFrom { get; private init; }

    public DateTime? OpenUntil { get; private init; }

    /// <summary>The record that it needed, of one that could not wait.</summary>
    public Guid? GlassId { get; private init; }

    /// <summary>Asks in it, and what is only to be known.</summary>
    public int Asks { get; private init; }

    public int Knows { get; private init; }

    /// <summary>When it was held against their calendar; null before.</summary>
    public DateTime? AuditedAt { get; private set; }

    public static Batch Of(DeliveryPermit permit, int asks, int knows) => new()
    {
        Id = Guid.CreateVersion7(permit.At),
        PersonId = permit.PersonId,
        EmittedAt = permit.At,
        Basis = permit.Basis,
        GlassId = permit.GlassId,
        OpenFrom = permit.Open?.Start.ToDateTimeUtc(),
        OpenUntil = permit.Open?.End.ToDateTimeUtc(),
        Asks = asks,
        Knows = knows,
    };

    public void Audit(DateTime now) => AuditedAt = now;
}

internal sealed class BatchModel : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.ToTable("Batches");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Basis).HasConversion<string>().HasMaxLength(16);
        batch.HasIndex(b => new { b.PersonId, b.EmittedAt });
        batch.HasIndex(b => b.EmittedAt);
        batch.HasIndex(b => b.PersonId).HasFilter("audited_at IS NULL");
    }
}
