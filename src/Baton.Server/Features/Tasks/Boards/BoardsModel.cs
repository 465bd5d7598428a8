using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Tasks.Boards;

internal sealed class TaskListModel : IEntityTypeConfiguration<TaskList>
{
    public void Configure(EntityTypeBuilder<TaskList> list)
    {
        list.ToTable("Lists");
        list.Property(l => l.Id).ValueGeneratedNever();
        list.Property(l => l.Name).HasMaxLength(TaskList.MaxNameLength);
        list.Property(l => l.Colour).HasMaxLength(8);
        // Whoever moves one while all are spread meets the spreading.
        list.Property(l => l.OrderKey).HasMaxLength(OrderKey.MaxLength).IsConcurrencyToken();
        list.Property(l => l.Fingerprint).HasMaxLength(Fingerprint.Length);
        list.HasIndex(l => l.SpaceId);
        list.HasOne<Space>().WithMany().HasForeignKey(l => l.SpaceId);
    }
}

internal sealed class LabelModel : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> label)
    {
        label.ToTable("Labels");
        label.Property(l => l.Id).ValueGeneratedNever();
        label.Property(l => l.Name).HasMaxLength(Label.MaxNameLength);
        label.Property(l => l.Colour).HasMaxLength(8);
        label.Property(l => l.Fingerprint).HasMaxLength(Fingerprint.Length);
        label.HasIndex(l => l.SpaceId);
        label.HasOne<Space>().WithMany().HasForeignKey(l => l.SpaceId);
    }
}
