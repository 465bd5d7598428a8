using Baton.Server.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Kernel.Streams;

internal sealed class ChangeModel : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("Changes");
        change.HasKey(c => new { c.SpaceId, c.Version });
        change.Property(c => c.Version).ValueGeneratedNever();
        change.Property(c => c.Kind).HasMaxLength(64);
        change.Property(c => c.Noun).HasMaxLength(32);
        // Activity, newest first: of one person, of one noun.
        change.HasIndex(c => new { c.SpaceId, c.ActorId, c.Version });
        change.HasIndex(c => new { c.SpaceId, c.Noun, c.Version });
        // The history of one item, in every space it was in.
        change.HasIndex(c => new { c.ItemId, c.SpaceId, c.Version });
    }
}

internal sealed class JobModel : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("Jobs");
        job.Property(j => j.Id).ValueGeneratedNever();
        job.Property(j => j.Kind).HasMaxLength(64);
        job.Property(j => j.LeasedBy).HasMaxLength(64);
        job.HasIndex(j => new { j.DeadAt, j.Due });
    }
}
