using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Spaces;

internal sealed class SpaceModel : IEntityTypeConfiguration<Space>
{
    public void Configure(EntityTypeBuilder<Space> space)
    {
        space.ToTable("Spaces");
        space.Property(s => s.Id).ValueGeneratedNever();
        space.Property(s => s.Kind).HasConversion<string>().HasMaxLength(8);
        space.Property(s => s.Name).HasMaxLength(Space.MaxNameLength);
        space.Property(s => s.Description).HasMaxLength(Space.MaxDescriptionLength);
        space.Property(s => s.Colour).HasMaxLength(8);
        space.Property(s => s.Emoji).HasMaxLength(OneEmoji.MaxLength);
        space.Property(s => s.Key).HasMaxLength(6);
        space.Property(s => s.Duty).HasMaxLength(37 * Space.MaxOnDuty);
        space.Ignore(s => s.DutyIds);
        space.Property(s => s.DirectKey).HasMaxLength(64);
        space.Property(s => s.Fingerprint).HasMaxLength(Fingerprint.Length);
        // Archiving, converting and losing an admin happen once, however many try at the same moment.
        space.Property(s => s.ArchivedAt).IsConcurrencyToken();
        space.Property(s => s.ConvertedAt).IsConcurrencyToken();
        space.Property(s => s.AdminsLost).IsConcurrencyToken();
        space.HasIndex(s => s.DirectKey).IsUnique();
    }
}

internal sealed class MembershipModel : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("Memberships");
        membership.HasKey(m => new { m.SpaceId, m.PersonId });
        membership.Property(m => m.Role).HasConversion<string>().HasMaxLength(8);
        // Whoever moves one while all are spread meets the spreading.
        membership.Property(m => m.Pin).HasMaxLength(64).IsConcurrencyToken();
        membership.HasIndex(m => m.PersonId);
        membership.HasOne<Space>().WithMany().HasForeignKey(m => m.SpaceId);
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

internal sealed class SpaceStreamModel : IEntityTypeConfiguration<SpaceStream>
{
    public void Configure(EntityTypeBuilder<SpaceStream> stream)
    {
        stream.ToTable("SpaceStreams");
        stream.HasKey(s => s.SpaceId);
        stream.Property(s => s.SpaceId).ValueGeneratedNever();
    }
}
