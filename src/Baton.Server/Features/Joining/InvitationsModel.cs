using Baton.Server.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Joining;

internal sealed class InvitationModel : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.CodeHash).HasMaxLength(64);
        invitation.Property(i => i.MailedCodeHash).HasMaxLength(64);
        invitation.Property(i => i.Role).HasConversion<string>().HasMaxLength(8);
        invitation.Property(i => i.SpaceRole).HasConversion<string>().HasMaxLength(8);
        invitation.Property(i => i.Email).HasMaxLength(254);
        invitation.HasIndex(i => i.CodeHash).IsUnique();
        invitation.HasIndex(i => i.MailedCodeHash).IsUnique();
        invitation.HasIndex(i => new { i.CreatedBy, i.CreatedAt });
        invitation.HasIndex(i => new { i.CreatedAt, i.Id });
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.CreatedBy);
    }
}

internal sealed class InvitationUseModel : IEntityTypeConfiguration<InvitationUse>
{
    public void Configure(EntityTypeBuilder<InvitationUse> use)
    {
        use.ToTable("InvitationUses");
        use.HasKey(u => new { u.InvitationId, u.PersonId });
        use.HasOne<Invitation>().WithMany().HasForeignKey(u => u.InvitationId);
        use.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId);
    }
}
