using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Tasks;

internal sealed class TaskItemModel : IEntityTypeConfiguration<TaskItem>
{
    public void Configure(EntityTypeBuilder<TaskItem> task)
    {
        task.ToTable("Tasks");
        task.Property(t => t.Id).ValueGeneratedNever();
        task.Property(t => t.OrderKey).HasMaxLength(OrderKey.MaxLength);
        task.Property(t => t.Title).HasMaxLength(TaskItem.MaxTitleLength);
        task.Property(t => t.Priority).HasConversion<string>().HasMaxLength(8);
        task.Property(t => t.Start)
            .HasConversion(d => d!.ToString(), text => TaskDate.Parse(text)).HasMaxLength(TaskDate.MaxLength);
        task.Property(t => t.Due)
            .HasConversion(d => d!.ToString(), text => TaskDate.Parse(text)).HasMaxLength(TaskDate.MaxLength);
        task.Property(t => t.Fingerprint).HasMaxLength(Fingerprint.Length);
        task.HasIndex(t => new { t.SpaceId, t.Number }).IsUnique();
        // The board and the finished tasks, the archive, the bin.
        task.HasIndex(t => new { t.SpaceId, t.CompletedAt, t.Id });
        task.HasIndex(t => new { t.SpaceId, t.ArchivedAt, t.Id });
        task.HasIndex(t => new { t.SpaceId, t.DeletedAt, t.Id });
        task.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        task.HasOne<TaskList>().WithMany().HasForeignKey(t => t.ListId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<Person>().WithMany().HasForeignKey(t => t.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        task.HasMany(t => t.Assignees).WithOne().HasForeignKey(a => a.TaskId);
        task.HasMany(t => t.Watchers).WithOne().HasForeignKey(w => w.TaskId);
        task.HasMany(t => t.Labels).WithOne().HasForeignKey(l => l.TaskId);
        task.HasMany(t => t.Checklist).WithOne().HasForeignKey(i => i.TaskId);
        task.HasMany(t => t.Attachments).WithOne().HasForeignKey(a => a.TaskId);
    }
}

internal sealed class TaskAssigneeModel : IEntityTypeConfiguration<TaskAssignee>
{
    public void Configure(EntityTypeBuilder<TaskAssignee> assignee)
    {
        assignee.ToTable("TaskAssignees");
        assignee.HasKey(a => new { a.TaskId, a.PersonId });
        assignee.Property(a => a.State).HasConversion<string>().HasMaxLength(8);
        // My tasks across spaces.
        assignee.HasIndex(a => a.PersonId);
        assignee.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }
}

internal sealed class TaskWatcherModel : IEntityTypeConfiguration<TaskWatcher>
{
    public void Configure(EntityTypeBuilder<TaskWatcher> watcher)
    {
        watcher.ToTable("TaskWatchers");
        watcher.HasKey(w => new { w.TaskId, w.PersonId });
        watcher.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId);
    }
}

internal sealed class TaskLabelModel : IEntityTypeConfiguration<TaskLabel>
{
    public void Configure(EntityTypeBuilder<TaskLabel> label)
    {
        label.ToTable("TaskLabels");
        label.HasKey(l => new { l.TaskId, l.LabelId });
        label.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId);
    }
}
