using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Tasks.Checklists;

internal sealed class ChecklistItemModel : IEntityTypeConfiguration<ChecklistItem>
{
    public void Configure(EntityTypeBuilder<ChecklistItem> item)
    {
        item.ToTable("ChecklistItems");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Text).HasMaxLength(ChecklistItem.MaxTextLength);
        item.Property(i => i.Due).HasMaxLength(10);
        // Whoever moves one while all are spread meets the spreading.
        item.Property(i => i.OrderKey).HasMaxLength(OrderKey.MaxLength).IsConcurrencyToken();
        item.Property(i => i.Fingerprint).HasMaxLength(Fingerprint.Length);
        item.HasIndex(i => i.TaskId);
        item.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId);
    }
}
