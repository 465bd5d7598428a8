using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.WorkingTime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Baton.Server.Features.Attention.Calendars;

internal sealed class CalendarEntryModel : IEntityTypeConfiguration<CalendarEntry>
{
    public void Configure(EntityTypeBuilder<CalendarEntry> entry)
    {
        entry.ToTable("CalendarEntries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(8);
        entry.Property(e => e.Week).HasMaxLength(WeekHoursText.MaxLength);
        entry.Property(e => e.Zone).HasMaxLength(64);
        entry.Property(e => e.Resume).HasMaxLength(CalendarEntry.MaxResumeLength);
        entry.Property(e => e.Title).HasMaxLength(CalendarEntry.MaxTitleLength);
        entry.HasIndex(e => new { e.PersonId, e.LastDay });
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.SubstituteId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ZoneDataModel : IEntityTypeConfiguration<ZoneData>
{
    public void Configure(EntityTypeBuilder<ZoneData> data)
    {
        data.ToTable("ZoneData");
        data.Property(d => d.Id).ValueGeneratedNever();
        data.Property(d => d.Version).HasMaxLength(64);
    }
}

internal sealed class HolidayCalendarModel : IEntityTypeConfiguration<HolidayCalendar>
{
    public void Configure(EntityTypeBuilder<HolidayCalendar> calendar)
    {
        calendar.ToTable("HolidayCalendars");
        calendar.Property(c => c.Id).ValueGeneratedNever();
        calendar.Property(c => c.Name).HasMaxLength(HolidayCalendar.MaxNameLength);
        calendar.Property(c => c.Url).HasMaxLength(HolidayCalendar.MaxUrlLength);
        calendar.Property(c => c.Problem).HasMaxLength(64);
        calendar.HasIndex(c => c.PersonId);
        calendar.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

internal sealed class CalendarFeedModel : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("CalendarFeeds");
        feed.HasKey(f => f.PersonId);
        feed.Property(f => f.PersonId).ValueGeneratedNever();
        feed.Property(f => f.SecretHash).HasMaxLength(64);
        feed.HasIndex(f => f.SecretHash).IsUnique();
        feed.HasOne<Person>().WithOne().HasForeignKey<CalendarFeed>(f => f.PersonId);
    }
}
