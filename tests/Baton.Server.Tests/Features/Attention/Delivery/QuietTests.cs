using System.Net;
using System.Text.Json;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Channels;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Baton.Server.Tests.Features.Attention.Delivery;

/// <summary>
/// The quiet guarantee (Q1, Q2): whatever people do, whatever their calendars are and however the clock runs, nothing
/// comes to anybody by others' doing while they are off or in focus, but for what could not wait; and in the end
/// everything has come, once.
/// </summary>
public sealed class QuietTests
{
    private static readonly string[] Weeks =
        ["Mo-Fr 09:00-17:00", "Tu-Th 06:00-10:00,20:00-23:30", "Mo-Su 22:00-06:00", "Sa-Su 10:00-14:00"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nothing_reaches_anybody_outside_their_hours_and_nothing_is_lost(int seed)
    {
        await using var smtp = new FakeSmtp();
        await using var pushes = await FakePushService.Open();
        await using var app = await TestApp.Start(
            smtp.Settings.Concat(OutsideWorld.Allowed).ToDictionary(StringComparer.Ordinal));
        foreach (var person in new[] { app.Ada, app.Ben, app.Mei })
        {
            await pushes.Subscribe(person);
            await app.ConfirmAddress(person);
        }

        var random = new Random(seed);
        var stage = new QuietStage(app, random);
        await app.Ada.Patch("/api/workspace", new { breakGlassSent = 10, breakGlassReceived = 10 }).Body();
        for (var step = 0; step < 60; step++)
        {
            await stage.Act();
            // Servers elsewhere have their days as well.
            smtp.Busy = random.Next(3) == 0;
            pushes.Status = random.Next(3) == 0 ? 503 : 201;
            await stage.LetTimePass();
        }

        (smtp.Busy, pushes.Status) = (false, 201);
        await app.LiveUntil(app.Clock.GetUtcNow().AddDays(14));

        foreach (var person in new[] { app.Ada, app.Ben, app.Mei })
        {
            Assert.Empty(await stage.Disturbances(person));
        }

        Assert.Equal(0, await app.InDb(db => db.Addressees.CountAsync(a => a.State == AddresseeState.Queued)));
        Assert.Empty(await stage.DeliveredTwice());
        var attempts = await app.InDb(db => db.ChannelAttempts.ToListAsync());
        Assert.DoesNotContain(attempts, attempt => attempt.IsOpen);
        var sent = attempts.Where(attempt => attempt.SentAt is not null).ToList();
        Assert.NotEmpty(sent);
        var glass = await app.InDb(db => db.Batches.Where(b => db.BreakGlasses.Any(g => g.Id == b.GlassId))
            .Select(b => b.Id).ToListAsync());
        Assert.DoesNotContain(sent, attempt => !glass.Contains(attempt.BatchId)
            && stage.WasQuiet(attempt.PersonId, attempt.SentAt!.Value));
        Assert.Equal(sent.Count(attempt => attempt.Channel == Channel.Mail), smtp.Received.Count);
        Assert.Equal(sent.Count(attempt => attempt.Channel == Channel.Push), pushes.Received.Count);
        Assert.Equal(0, await app.InDb(db => db.Incidents.CountAsync()));
        Assert.NotEqual(0, stage.GlassBroken);
    }

    private sealed class QuietStage(TestApp app, Random random)
    {
        private readonly Cast[] _people = [app.Ada, app.Ben, app.Mei];
        private readonly List<(Guid PersonId, DateTime From, PersonCalendar Calendar)> _calendars = [];

        public int GlassBroken { get; private set; }

        public async Task Act()
        {
            // What came a moment ago came by the calendar of that moment.
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Remember();
            var (who, whom) = (One(_people), One(_people));
            switch (random.Next(9))
            {
                case 0 or 1 or 2:
                    await who.Said(app.Launch, $"For {whom.Mark(asks: random.Next(2) == 0)} and {One(_people).Mark()}");
                    break;
                case 3:
                    await who.Patch("/api/me", new { hours = One(Weeks) }).Body();
                    await app.RunJobs();
                    break;
                case 4:
                    await EndOne(who);
                    break;
                case 5:
                    await Delete(who);
                    break;
                case 6:
                    await Focus(who);
                    break;
                case 7:
                    await BreakGlass(who, whom);
                    break;
                default:
                    await Reword(who);
                    break;
            }

            await Remember();
        }

        /// <summary>Mostly minute by minute; now and then the server is down meanwhile.</summary>
        public async Task LetTimePass()
        {
            var then = app.Clock.GetUtcNow().AddMinutes(random.Next(1, 9 * 60));
            if (random.Next(5) == 0)
            {
                app.Clock.SetUtcNow(then);
                await app.RunJobs();
            }
            else
            {
                await app.LiveUntil(then);
            }
        }

        /// <summary>What came by others' doing at a moment that the calendar of that moment calls quiet.</summary>
        public async Task<IReadOnlyList<string>> Disturbances(Cast person)
        {
            var reached = await app.InDb(db => db.BreakGlasses.Where(g => g.PersonId == person.Id)
                .Select(g => new { g.Id, g.At }).ToListAsync());
            var told = await person.Read($"/api/spaces/{person.PersonalSpaceId}/changes?after=0&limit=5000");
            return [.. told.GetProperty("changes").EnumerateArray()
                .Where(c => c.Text("kind")!.StartsWith("inbox.", StringComparison.Ordinal)
                    && (c.GetProperty("actorId").ValueKind == JsonValueKind.Null || c.Id("actorId") != person.Id)
                    && !reached.Contains(new { Id = c.Id("itemId"), At = At(c) })
                    && WasQuiet(person.Id, At(c)))
                .Select(c => $"{c.Text("kind")} at {At(c):O}")];
        }

        public bool WasQuiet(Guid personId, DateTime at) =>
            CalendarAt(personId, at).IsQuiet(Instant.FromDateTimeUtc(at));

        public Task<List<Guid>> DeliveredTwice() => app.InDb(db => db.LedgerEntries
            .Where(e => e.Act == Baton.Server.Features.Attention.Ledger.Act.Delivered)
            .GroupBy(e => e.ItemId).Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync());

        private async Task EndOne(Cast who)
        {
            if (await who.Inbox(unsealed: true) is [var ask, ..])
            {
                await who.Put($"/api/asks/{ask.Id()}/{(random.Next(2) == 0 ? "answer" : "commitment")}", new { });
            }
        }

        // Refused once it is spent, or of oneself.
        private async Task BreakGlass(Cast who, Cast whom)
        {
            var answer = await who.BreakGlass(app.Launch, whom);
            GlassBroken += answer.IsSuccessStatusCode ? 1 : 0;
        }

        private async Task Delete(Cast who)
        {
            if (await MessageOf(who) is { } id)
            {
                await who.Delete($"/api/messages/{id}");
            }
        }

        private async Task Reword(Cast who)
        {
            if (await MessageOf(who) is { } id)
            {
                await who.Patch($"/api/messages/{id}", new { body = $"Version {random.Next()}" });
            }
        }

        private async Task Focus(Cast who)
        {
            var day = app.Clock.GetUtcNow().UtcDateTime.AddDays(random.Next(3));
            var answer = await who.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new
            {
                kind = "focus",
                firstDay = DateOnly.FromDateTime(day),
                start = "09:00",
                end = "12:00",
            });
            // Two at the same time are refused.
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict);
            await app.RunJobs();
        }

        private Task<Guid?> MessageOf(Cast who) => app.InDb(db => db.Messages
            .Where(m => m.AuthorId == who.Id && m.DeletedAt == null)
            .OrderBy(m => m.PostedAt).Select(m => (Guid?)m.Id).FirstOrDefaultAsync());

        private async Task Remember()
        {
            await using var scope = app.Services.CreateAsyncScope();
            var known = await scope.ServiceProvider.GetRequiredService<WorkCalendars>()
                .Of([.. _people.Select(p => p.Id)], CancellationToken.None);
            _calendars.AddRange(known.Select(k => (k.Key, app.Clock.GetUtcNow().UtcDateTime, k.Value)));
        }

        // Of two at the same moment the later: what was done at that moment was done with it.
        private PersonCalendar CalendarAt(Guid personId, DateTime at) =>
            _calendars.Last(c => c.PersonId == personId && c.From <= at).Calendar;

        private static DateTime At(JsonElement change) => change.GetProperty("at").GetDateTime().ToUniversalTime();

        private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
    }
}
