using Baton.Server.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Hearings;

internal sealed class HearingModel : IEntityTypeConfiguration<Hearing>
{
    public void Configure(EntityTypeBuilder<Hearing> hearing)
    {
        hearing.ToTable("Hearings");
        hearing.HasKey(h => new { h.PersonId, h.Place, h.PlaceId });
        hearing.Property(h => h.Place).HasConversion<string>().HasMaxLength(8);
        hearing.Property(h => h.Level).HasConversion<string>().HasMaxLength(16);
        hearing.Ignore(h => h.IsLess);
        hearing.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        // Of a post: what was chosen of its place and of its space.
        hearing.HasIndex(h => h.PlaceId);
    }
}
