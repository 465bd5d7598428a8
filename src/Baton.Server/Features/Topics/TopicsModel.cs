using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Topics;

internal sealed class TopicModel : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("Topics");
        topic.Property(t => t.Id).ValueGeneratedNever();
        topic.Property(t => t.Title).HasMaxLength(Topic.MaxTitleLength);
        topic.Property(t => t.FoldedTitle).HasMaxLength(2 * Topic.MaxTitleLength);
        topic.Property(t => t.Fingerprint).HasMaxLength(Fingerprint.Length);
        topic.Ignore(t => t.Place);
        topic.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        topic.HasOne(t => t.Closure).WithOne().HasForeignKey<Closure>(c => c.TopicId);
        topic.HasMany(t => t.Followers).WithOne().HasForeignKey(f => f.TopicId);
        topic.HasIndex(t => new { t.SpaceId, t.LastMessageAt, t.Id });
    }
}

internal sealed class ClosureModel : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> closure)
    {
        closure.ToTable("Closures");
        closure.HasKey(c => c.TopicId);
        closure.Property(c => c.TopicId).ValueGeneratedNever();
        closure.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(8);
        closure.Property(c => c.Text).HasMaxLength(Closure.MaxTextLength);
        // Who says it in other words and who opens it again at the same moment have each looked at what the other
        // changes.
        closure.Property(c => c.ClosedAt).IsConcurrencyToken();
        closure.Property(c => c.ReopenedAt).IsConcurrencyToken();
    }
}

internal sealed class TopicFollowerModel : IEntityTypeConfiguration<TopicFollower>
{
    public void Configure(EntityTypeBuilder<TopicFollower> follower)
    {
        follower.ToTable("TopicFollowers");
        follower.HasKey(f => new { f.TopicId, f.PersonId });
    }
}
