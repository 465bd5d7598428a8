using Baton.Server.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Messages;

/// <summary>
/// No foreign keys to spaces and people: neither is ever deleted, and each would cost every post a look-up and an
/// index.
/// </summary>
internal sealed class MessageModel : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("Messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.PlaceKind).HasConversion<string>().HasMaxLength(8);
        message.Property(m => m.Body).HasMaxLength(Message.MaxBodyLength);
        message.Property(m => m.QuoteExcerpt).HasMaxLength(Message.ExcerptLength);
        message.Property(m => m.Fingerprint).HasMaxLength(Kernel.Web.Fingerprint.Length);
        message.Ignore(m => m.Place).Ignore(m => m.Quote);
        // Who deletes, restores or erases it at the same moment meets the other.
        message.Property(m => m.DeletedAt).IsConcurrencyToken();
        message.Property(m => m.ErasedAt).IsConcurrencyToken();
        // Tombstones whose words are still there.
        message.HasIndex(m => m.DeletedAt).HasFilter("deleted_at IS NOT NULL AND erased_at IS NULL");
        message.HasIndex(m => m.QuoteId).HasFilter("quote_id IS NOT NULL");
        // A stream, read from either end.
        message.HasIndex(m => new { m.PlaceId, m.PostedAt, m.Id });
        message.HasIndex(m => new { m.ThreadId, m.PostedAt, m.Id }).HasFilter("thread_id IS NOT NULL");
    }
}

internal sealed class MessageEditModel : IEntityTypeConfiguration<MessageEdit>
{
    public void Configure(EntityTypeBuilder<MessageEdit> edit)
    {
        edit.ToTable("MessageEdits");
        edit.HasKey(e => new { e.MessageId, e.Number });
        edit.Property(e => e.Body).HasMaxLength(Message.MaxBodyLength);
        edit.HasOne<Message>().WithMany().HasForeignKey(e => e.MessageId);
    }
}

internal sealed class ReactionModel : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("Reactions");
        reaction.HasKey(r => new { r.MessageId, r.Emoji, r.PersonId });
        reaction.Property(r => r.Emoji).HasMaxLength(OneEmoji.MaxLength);
        reaction.HasOne<Message>().WithMany().HasForeignKey(r => r.MessageId);
    }
}
