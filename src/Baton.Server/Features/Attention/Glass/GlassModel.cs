using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Glass;

internal sealed class BreakGlassModel : IEntityTypeConfiguration<BreakGlass>
{
    public void Configure(EntityTypeBuilder<BreakGlass> glass)
    {
        glass.ToTable("BreakGlasses");
        glass.Property(g => g.Id).ValueGeneratedNever();
        glass.Property(g => g.Reason).HasConversion<string>().HasMaxLength(16);
        glass.Property(g => g.Breaks).HasMaxLength(BreakGlass.MaxBreaksLength);
        glass.Property(g => g.Verdict).HasConversion<string>().HasMaxLength(16);
        // What each has spent this month, and what waits for their verdict.
        glass.HasIndex(g => new { g.SenderId, g.At });
        glass.HasIndex(g => new { g.PersonId, g.At });
        glass.HasIndex(g => g.At);
    }
}

internal sealed class GlassPolicyModel : IEntityTypeConfiguration<GlassPolicy>
{
    public void Configure(EntityTypeBuilder<GlassPolicy> policy)
    {
        policy.ToTable("GlassPolicies");
        policy.Property(p => p.Id).ValueGeneratedNever();
        policy.HasIndex(p => p.At);
    }
}
