using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Channels;

internal sealed class PushKeyModel : IEntityTypeConfiguration<PushKey>
{
    public void Configure(EntityTypeBuilder<PushKey> key)
    {
        key.ToTable("PushKeys");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.PrivateKey).HasMaxLength(256);
    }
}

internal sealed class PushSubscriptionModel : IEntityTypeConfiguration<PushSubscription>
{
    public void Configure(EntityTypeBuilder<PushSubscription> subscription)
    {
        subscription.ToTable("PushSubscriptions");
        subscription.Property(s => s.Id).ValueGeneratedNever();
        subscription.Property(s => s.Endpoint).HasMaxLength(PushSubscription.MaxEndpointLength);
        subscription.Property(s => s.Key).HasMaxLength(65);
        subscription.Property(s => s.Secret).HasMaxLength(16);
        subscription.Property(s => s.Device).HasMaxLength(PushSubscription.MaxDeviceLength);
        subscription.HasIndex(s => s.PersonId);
        subscription.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        // Whoever is signed out of a browser hears nothing there any more, however it came about.
        subscription.HasOne<Session>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ChannelAttemptModel : IEntityTypeConfiguration<ChannelAttempt>
{
    public void Configure(EntityTypeBuilder<ChannelAttempt> attempt)
    {
        attempt.ToTable("ChannelAttempts");
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Channel).HasConversion<string>().HasMaxLength(8);
        attempt.Property(a => a.Basis).HasConversion<string>().HasMaxLength(16);
        attempt.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        attempt.Property(a => a.Fault).HasMaxLength(16);
        attempt.Property(a => a.Revision).IsConcurrencyToken();
        attempt.Ignore(a => a.IsOpen).Ignore(a => a.IsTiredOut);
        attempt.HasOne<Batch>().WithMany().HasForeignKey(a => a.BatchId);
        attempt.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        attempt.HasIndex(a => new { a.PersonId, a.PlannedAt });
        attempt.HasIndex(a => a.JoinedId).HasFilter("joined_id IS NOT NULL");
        attempt.HasIndex(a => a.SentAt).HasFilter("sent_at IS NOT NULL");
        attempt.HasIndex(a => a.PersonId).HasFilter("sent_at IS NOT NULL AND audited_at IS NULL");
    }
}
