using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Web;
using Baton.Server.Kernel.WorkingTime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.People;

public sealed record EditProfileRequest
{
    [TextLimit(Person.MaxNameLength)]
    public Optional<string> Name { get; init; }

    [TextLimit(Person.MaxRoleTextLength)]
    public Optional<string> RoleText { get; init; }

    public Optional<string> Zone { get; init; }

    /// <summary>When I work; any order, days may be named twice. It is kept in the order of the week.</summary>
    [TextLimit(WeekHoursText.MaxLength)]
    public Optional<string> Hours { get; init; }

    public Optional<string> Language { get; init; }

    public Optional<Theme> Theme { get; init; }

    /// <summary>What others are to know until the end of my day; empty takes it back.</summary>
    [TextLimit(Person.MaxStatusLength)]
    public Optional<string> Status { get; init; }

    /// <summary>Whether others may see how soon I usually answer.</summary>
    public Optional<bool> SharesAnswerTime { get; init; }
}

/// <summary>Changes how I appear, to all my spaces, and how Baton appears to me, to nobody else.</summary>
public static class EditProfile
{
    public static async Task<Ok<MeResponse>> Handle(
        EditProfileRequest request,
        CurrentPerson me,
        WorkCalendars calendars,
        ServerFacts server,
        BatonDb db,
        TimeProvider clock,
        CancellationToken cancel)
    {
        var person = await me.Load(cancel);
        var (before, language, theme) = (PersonResponse.From(person), person.Language, person.Theme);
        var (status, shares) = (StatusResponse.Of(person), person.SharesAnswerTime);
        Apply(request, person);
        if (request.Status.Given)
        {
            person.Say(request.Status.Value, await Today(person, calendars, clock, cancel));
        }

        var patch = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (PersonResponse.From(person) is var after && after != before)
        {
            patch["person"] = after;
            await PersonChange.Announce(person, me.Id, db, cancel);
            if (after.Name != before.Name)
            {
                await RenamePersonalSpace(person, db, cancel);
            }
        }

        if (person.Language != language)
        {
            patch["language"] = person.Language;
        }

        if (person.Theme != theme)
        {
            patch["theme"] = person.Theme;
        }

        if (StatusResponse.Of(person) is var said && said != status)
        {
            patch["status"] = said;
        }

        if (person.SharesAnswerTime != shares)
        {
            patch["sharesAnswerTime"] = person.SharesAnswerTime;
        }

        if ((person.Zone, person.Hours) != (before.Zone, before.Hours))
        {
            CalendarChange.Announce(person, person.Id, new { after.Hours, after.Zone }, db, clock.UtcNow());
        }

        if (patch.Count > 0)
        {
            db.Announce(person.PersonalSpaceId, "me.changed", person.Id, me.Id, patch);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await MeResponse.For(person, server, db, cancel));
    }

    /// <summary>On a journey, the day where that takes them.</summary>
    private static async Task<DateOnly> Today(
        Person person, WorkCalendars calendars, TimeProvider clock, CancellationToken cancel)
    {
        var calendar = await calendars.Of(person.Id, cancel);
        var home = NodaTime.DateTimeZoneProviders.Tzdb[person.Zone];
        return (calendar with { Hours = calendar.Hours with { Zone = home } })
            .DayAt(NodaTime.Instant.FromDateTimeUtc(clock.UtcNow())).ToDateOnly();
    }

    private static async Task RenamePersonalSpace(Person person, BatonDb db, CancellationToken cancel)
    {
        var space = await db.Spaces.SingleAsync(s => s.Id == person.PersonalSpaceId, cancel);
        space.Rename(person.Name);
        db.Announce(space.Id, "space.changed", space.Id, person.Id, new { space.Id, space.Name });
    }

    private static void Apply(EditProfileRequest request, Person person)
    {
        if (request.Name.Given)
        {
            person.Rename(request.Name.Value);
        }

        if (request.RoleText.Given)
        {
            person.Describe(request.RoleText.Value);
        }

        if (request.Zone.Given)
        {
            person.MoveTo(request.Zone.Value);
        }

        if (request.Hours.Given)
        {
            person.Work(request.Hours.Value);
        }

        if (request.Language.Given)
        {
            person.Speak(request.Language.Value);
        }

        if (request.Theme.Given)
        {
            person.Prefer(request.Theme.Value);
        }

        if (request.SharesAnswerTime.Given)
        {
            person.ShareAnswerTime(request.SharesAnswerTime.Value);
        }
    }
}
