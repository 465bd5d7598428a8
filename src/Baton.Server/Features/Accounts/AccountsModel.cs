using Baton.Server.Kernel.WorkingTime;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Accounts;

internal sealed class WorkspaceModel : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> workspace)
    {
        workspace.ToTable("Workspaces");
        workspace.Property(w => w.Id).ValueGeneratedNever();
        workspace.Property(w => w.Name).HasMaxLength(Workspace.MaxNameLength);
        // What each change replaced is written down: two at once must not both have replaced the same.
        workspace.Property(w => w.BreakGlassSent).IsConcurrencyToken();
        workspace.Property(w => w.BreakGlassReceived).IsConcurrencyToken();
    }
}

internal sealed class PersonModel : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Name).HasMaxLength(Person.MaxNameLength);
        person.Property(p => p.RoleText).HasMaxLength(Person.MaxRoleTextLength);
        person.Property(p => p.PictureHash).HasMaxLength(64);
        person.Property(p => p.Zone).HasMaxLength(64);
        person.Property(p => p.Hours).HasMaxLength(WeekHoursText.MaxLength);
        person.Property(p => p.Batches).HasMaxLength(BatchSlots.MaxLength);
        person.Property(p => p.Status).HasMaxLength(Person.MaxStatusLength);
        person.Property(p => p.Language).HasMaxLength(8);
        person.Property(p => p.Theme).HasConversion<string>().HasMaxLength(8);
        person.Property(p => p.WorkspaceRole).HasConversion<string>().HasMaxLength(8);
        person.Property(p => p.SearchText).HasMaxLength(Person.MaxSearchTextLength);
        person.HasIndex(p => p.NormalizedEmail);
        // Whoever has shown that they read an address is the only one to have done so.
        person.HasIndex(p => p.NormalizedEmail, "IX_People_ConfirmedEmail").IsUnique().HasFilter("email_confirmed");
        person.HasIndex(p => new { p.SearchText, p.Id });
    }
}

internal sealed class SessionModel : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.Property(s => s.Device).HasMaxLength(80);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.PersonId);
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class MailedCodeModel : IEntityTypeConfiguration<MailedCode>
{
    public void Configure(EntityTypeBuilder<MailedCode> code)
    {
        code.ToTable("MailedCodes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.Property(c => c.Email).HasMaxLength(254);
        code.HasIndex(c => c.CodeHash).IsUnique();
        code.HasIndex(c => c.PersonId);
        code.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

/// <summary>Identity's own tables, under names that sort beside ours.</summary>
internal sealed class IdentityModel :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("PersonClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("PersonLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("PersonTokens");
}
