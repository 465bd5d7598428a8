using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Asks;

internal sealed class EnvelopeModel : IEntityTypeConfiguration<Envelope>
{
    public void Configure(EntityTypeBuilder<Envelope> envelope)
    {
        envelope.ToTable("Envelopes");
        envelope.Property(e => e.Id).ValueGeneratedNever();
        envelope.Property(e => e.Kind).HasConversion<string>().HasMaxLength(8);
        envelope.Property(e => e.Place).HasConversion<string>().HasMaxLength(8);
        envelope.Property(e => e.Subject).HasMaxLength(Envelope.MaxSubjectLength);
        envelope.Property(e => e.Urgency).HasConversion<string>().HasMaxLength(16);
        envelope.Property(e => e.Reason).HasMaxLength(Envelope.MaxReasonLength);
        envelope.Property(e => e.IfSilent).HasMaxLength(Envelope.MaxReasonLength);
        envelope.Property(e => e.Salt).HasMaxLength(Ledger.ContentHash.SaltLength);
        envelope.Ignore(e => e.ContentHash);
        // Two who take the same one meet here.
        envelope.Property(e => e.TakenById).IsConcurrencyToken();
        envelope.HasIndex(e => e.PlaceId);
    }
}

internal sealed class AddresseeModel : IEntityTypeConfiguration<Addressee>
{
    public void Configure(EntityTypeBuilder<Addressee> addressee)
    {
        addressee.ToTable("Addressees");
        addressee.Property(a => a.Id).ValueGeneratedNever();
        addressee.Property(a => a.Role).HasConversion<string>().HasMaxLength(8);
        addressee.Property(a => a.Why).HasConversion<string>().HasMaxLength(16);
        addressee.Property(a => a.Unheard).HasConversion<string>().HasMaxLength(16);
        addressee.Property(a => a.Note).HasMaxLength(Addressee.MaxNoteLength);
        // What they do and what time does to it at the same moment meet here.
        addressee.Property(a => a.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        addressee.Property(a => a.DeliverAt).IsConcurrencyToken();
        addressee.Property(a => a.LapseAt).IsConcurrencyToken();
        addressee.Ignore(a => a.IsAsk).Ignore(a => a.IsOpen);
        addressee.HasOne<Envelope>().WithMany().HasForeignKey(a => a.PostId);
        addressee.HasIndex(a => new { a.PostId, a.PersonId }).IsUnique().HasFilter("closed_at IS NULL");
        addressee.HasIndex(a => a.PostId);
        // The two parts of an inbox, what I wait for and what became of it, and what is planned.
        addressee.HasIndex(a => new { a.PersonId, a.LapseAt, a.Id })
            .HasFilter("closed_at IS NULL AND lapse_at IS NOT NULL");
        addressee.HasIndex(a => new { a.PersonId, a.AddressedAt, a.Id })
            .HasFilter("closed_at IS NULL AND lapse_at IS NULL");
        addressee.HasIndex(a => new { a.ById, a.AddressedAt, a.Id })
            .HasFilter("closed_at IS NULL AND lapse_at IS NOT NULL");
        addressee.HasIndex(a => new { a.ById, a.ClosedAt, a.Id })
            .HasFilter("closed_at IS NOT NULL AND lapse_at IS NOT NULL");
        addressee.HasIndex(a => new { a.PersonId, a.DeliverAt }).HasFilter("deliver_at IS NOT NULL");
    }
}
