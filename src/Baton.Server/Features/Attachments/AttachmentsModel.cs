using Baton.Server.Features.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attachments;

internal sealed class AttachmentModel : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Name).HasMaxLength(Attachment.MaxNameLength);
        attachment.Property(a => a.Type).HasMaxLength(128);
        attachment.Property(a => a.Hash).HasMaxLength(64);
        attachment.Property(a => a.PreviewHash).HasMaxLength(64);
        // What two want to attach at once, or one while it is forgotten, only one gets.
        attachment.Property(a => a.LooseSince).IsConcurrencyToken();
        attachment.HasIndex(a => a.MessageId);
        attachment.HasIndex(a => a.TaskId);
        attachment.HasIndex(a => a.LooseSince);
        // A blob may go once no row names it.
        attachment.HasIndex(a => a.Hash);
        attachment.HasIndex(a => a.PreviewHash);
        attachment.HasOne<Space>().WithMany().HasForeignKey(a => a.SpaceId);
    }
}
