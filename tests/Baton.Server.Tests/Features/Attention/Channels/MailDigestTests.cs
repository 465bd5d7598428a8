using Baton.Server.Data;
using Baton.Server.Features.Attention.Channels;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Tests.Features.Attention.Ledger;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Attention.Channels;

/// <summary>
/// What is asked of somebody, by mail. It is Monday, 18:00 in Tokyo; Mei's batches come at 09:00, 13:00 and 16:00.
/// </summary>
public sealed class MailDigestTests
{
    private static readonly DateTimeOffset MeisMorning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MeisNoon = MeisMorning.AddHours(4);

    [Fact]
    public async Task What_is_asked_of_her_comes_in_one_mail_with_her_batch()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        var first = Guid.CreateVersion7();
        await app.Ben.Ask(app.Launch, For(app.Mei), "Who signs the lease?", first).Body();
        await app.Ada.Ask(app.Launch, For(app.Mei, "decide"), "Blue or green?").Body();

        await app.LiveUntil(MeisMorning.AddMinutes(-1));
        Assert.Empty(smtp.Received);
        await app.LiveUntil(MeisMorning.AddHours(1));

        var mail = Assert.Single(smtp.Received);
        Assert.Equal(app.Mei.Email, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("Waiting for you on Tuesday, 24 November", mail.Subject);
        foreach (var part in (string[])
            ["Hello Mei,", "2 things are asked of you.", "Who signs the lease?", "Blue or green?"])
        {
            Assert.Contains(part, mail.TextBody, StringComparison.Ordinal);
            Assert.Contains(part, mail.HtmlBody, StringComparison.Ordinal);
        }

        Assert.Contains("Ben asks for your answer · by 17:00", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ada asks you to decide · by 17:00", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:5080/m/{first}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<http://localhost:5080/settings/notifications>", mail.Headers["List-Unsubscribe"],
            StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task The_mails_of_one_day_are_one_conversation()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(1));
        await app.Ada.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(8));
        await app.Ada.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddDays(1));

        var (morning, noon, tomorrow) = (smtp.Received[0], smtp.Received[1], smtp.Received[2]);
        Assert.Equal(morning.References, noon.References);
        Assert.Equal(morning.InReplyTo, noon.InReplyTo);
        Assert.Equal(morning.Subject, noon.Subject);
        Assert.NotEqual(morning.MessageId, noon.MessageId);
        Assert.NotEqual(noon.References, tomorrow.References);
    }

    [Fact]
    public async Task What_is_only_to_be_known_is_not_mailed()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        await app.Informed(app.Ben, app.Mei);

        await app.LiveUntil(MeisMorning.AddDays(1));

        Assert.Equal(1, await app.InDb(db => db.Batches.CountAsync()));
        Assert.Empty(smtp.Received);
        Assert.Equal(0, await app.InDb(db => db.ChannelAttempts.CountAsync()));
    }

    [Fact]
    public async Task A_changed_wording_is_not_mailed_again()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        var post = Guid.CreateVersion7();
        await app.Ben.Ask(app.Launch, For(app.Mei), "Who signs?", post).Body();
        await app.LiveUntil(MeisMorning.AddHours(9));
        await app.Ben.Patch($"/api/messages/{post}", new { body = "Who signs, and when?" }).Body();

        await app.LiveUntil(MeisMorning.AddDays(1).AddHours(1));

        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_for_a_while_gets_it_later_and_once()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddMinutes(1));
        Assert.Equal("refused", (await Mail(app.Mei)).Text("problem"));
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddHours(20));

        Assert.Single(smtp.Received);
        Assert.Null((await Mail(app.Mei)).Text("problem"));
        var attempt = await app.InDb(db => db.ChannelAttempts.SingleAsync());
        Assert.Equal((AttemptState.Sent, PermitBasis.Hours), (attempt.State, attempt.Basis));
        Assert.True(attempt.SentAt > MeisMorning.UtcDateTime.AddMinutes(1));
    }

    [Fact]
    public async Task What_she_has_answered_by_then_is_not_in_it()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Ask(app.Launch, For(app.Mei), "Still open?").Body();
        await app.Ben.Ask(app.Launch, For(app.Mei), "Answered?").Body();
        await app.Ben.Ask(app.Launch, For(app.Mei), "Taken?").Body();
        var gone = Guid.CreateVersion7();
        await app.Ben.Ask(app.Launch, For(app.Mei), "Withdrawn?", gone).Body();
        await app.LiveUntil(MeisMorning.AddMinutes(1));
        var mine = (await app.Mei.Inbox()).ToDictionary(item => item.Text("subject")!, item => item.Id());
        await app.Mei.Put($"/api/asks/{mine["Answered?"]}/answer", new { }).Body();
        await app.Mei.Put($"/api/asks/{mine["Taken?"]}/commitment", new { }).Body();
        await app.Ben.Delete($"/api/messages/{gone}").Body();
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddHours(1));

        var text = Assert.Single(smtp.Received).TextBody;
        Assert.Contains("Still open?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Answered?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Taken?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Withdrawn?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_open_no_mail_is_sent()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        var ask = await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddMinutes(1));
        await app.Mei.Put($"/api/asks/{ask.Id()}/answer", new { }).Body();
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddHours(20));

        Assert.Empty(smtp.Received);
        Assert.Equal(AttemptState.Moot, await app.InDb(db => db.ChannelAttempts.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task After_a_day_without_a_mail_server_all_of_it_comes_with_the_next_batch_in_one_mail()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 4000), "From the morning").Body();
        await app.LiveUntil(MeisMorning.AddHours(2));
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 4000), "From noon").Body();
        await app.LiveUntil(MeisMorning.AddHours(9));
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 4000), "From the night").Body();
        await app.LiveUntil(MeisMorning.AddHours(20));
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddDays(3));

        var mail = Assert.Single(smtp.Received);
        foreach (var subject in (string[])["From the morning", "From noon", "From the night"])
        {
            Assert.Equal(2, mail.TextBody!.Split(subject).Length);
        }

        var states = await app.InDb(db => db.ChannelAttempts.Select(a => a.State).ToListAsync());
        Assert.Equal(1, states.Count(state => state == AttemptState.Sent));
        Assert.Equal(states.Count - 1, states.Count(state => state == AttemptState.Joined));
    }

    [Fact]
    public async Task What_another_node_sends_at_this_moment_is_not_told_by_this_one_as_well()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 4000), "From the morning").Body();
        await app.LiveUntil(MeisMorning.AddHours(2));
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 4000), "From noon").Body();
        await app.Harm("UPDATE channel_attempts SET in_hand_until = '2026-11-24 04:00:30Z'");
        smtp.Busy = false;

        await app.LiveUntil(MeisNoon);
        Assert.DoesNotContain("From the morning", Assert.Single(smtp.Received).TextBody, StringComparison.Ordinal);
        await app.LiveUntil(MeisNoon.AddMinutes(2));

        Assert.Equal(2, smtp.Received.Count);
        Assert.DoesNotContain("From noon", smtp.Received[1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_is_needed_for_what_was_left_over_to_come_with_the_next_batch()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 4000)).Body();
        await app.LiveUntil(MeisMorning.AddHours(20));
        smtp.Busy = false;
        await app.LiveUntil(MeisMorning.AddDays(1).AddMinutes(-1));
        Assert.Empty(smtp.Received);

        await app.LiveUntil(MeisMorning.AddDays(1).AddMinutes(2));

        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task A_mail_that_was_late_does_not_come_into_her_focus()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddSeconds(5));
        await app.Mei.Put($"/api/me/calendar/{Guid.CreateVersion7()}", new
        {
            kind = "focus",
            firstDay = "2026-11-24",
            start = "09:00",
            end = "11:00",
        }).Body();
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddHours(2).AddMinutes(-1));
        Assert.Empty(smtp.Received);
        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task A_mail_server_that_does_not_answer_keeps_nothing_else_waiting()
    {
        await using var smtp = new FakeSmtp { Mute = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Asked(app.Launch, app.Mei);
        app.Clock.SetUtcNow(MeisMorning);
        var jobs = app.RunJobs();
        await smtp.Attempt();

        await app.Ben.Asked(app.Launch, app.Mei);
        // What is due at this moment and waits for nobody: a batch is as well.
        await app.Mei.Patch("/api/me", new { hours = "Mo-Fr 09:00-18:00" }).Body();
        Assert.Equal(1, await app.Services.GetRequiredService<JobRunner>().RunInside(CancellationToken.None));
        app.Clock.Advance(Baton.Server.Kernel.Mail.Mailer.Patience);
        await jobs;

        Assert.Equal("unreachable", (await Mail(app.Mei)).Text("problem"));
    }

    [Fact]
    public async Task Nothing_is_mailed_to_an_address_that_nobody_confirmed()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await app.Ben.Asked(app.Launch, app.Mei);

        await app.LiveUntil(MeisMorning.AddHours(1));

        Assert.Empty(smtp.Received);
        Assert.False((await Mail(app.Mei)).GetProperty("confirmed").GetBoolean());
    }

    [Fact]
    public async Task Whoever_does_not_want_it_gets_none_and_may_change_their_mind()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        Assert.True((await Mail(app.Mei)).GetProperty("wanted").GetBoolean());
        await app.Mei.Put("/api/me/channels/mail", new { wanted = false }).Body();
        var twice = await app.Mei.Put("/api/me/channels/mail", new { wanted = false }).Body();
        Assert.False(twice.GetProperty("wanted").GetBoolean());
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddHours(1));
        Assert.Empty(smtp.Received);

        await app.Mei.Put("/api/me/channels/mail", new { wanted = true }).Body();
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisNoon);

        Assert.Single(smtp.Received);
    }

    [Fact]
    public async Task Whoever_switches_it_off_in_between_gets_none_any_more()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddMinutes(1));
        await app.Mei.Put("/api/me/channels/mail", new { wanted = false }).Body();
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Empty(smtp.Received);
        Assert.Equal(AttemptState.Gone, await app.InDb(db => db.ChannelAttempts.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_left_the_space_is_not_told_by_mail_what_is_asked_there()
    {
        await using var smtp = new FakeSmtp { Busy = true };
        await using var app = await Mailing(smtp);
        await app.Ben.Asked(app.Launch, app.Mei);
        await app.LiveUntil(MeisMorning.AddMinutes(1));
        await app.Ada.Delete($"/api/spaces/{app.Launch}/members/{app.Mei.Id}").Body();
        smtp.Busy = false;

        await app.LiveUntil(MeisMorning.AddHours(8));

        Assert.Empty(smtp.Received);
    }

    [Fact]
    public async Task What_looks_like_a_page_or_a_header_is_words()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        await app.Ben.Patch("/api/me", new { name = "<img src=x>\r\nBcc: mallory@team.example" }).Body();
        await app.Ben.Ask(app.Launch, For(app.Mei), "<script>alert(1)</script> \"&\"").Body();

        await app.LiveUntil(MeisMorning.AddHours(1));

        var mail = Assert.Single(smtp.Received);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(mail.Bcc);
    }

    [Fact]
    public async Task It_speaks_her_language()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        await app.Mei.Patch("/api/me", new { language = "de" }).Body();
        await app.Ben.Ask(app.Launch, For(app.Mei, inMinutes: 1200)).Body();

        await app.LiveUntil(MeisMorning.AddHours(1));

        var mail = Assert.Single(smtp.Received);
        Assert.Equal("Was am Dienstag, 24. November auf dich wartet", mail.Subject);
        Assert.Contains("Ben bittet um deine Antwort · bis Do 13:00", mail.TextBody, StringComparison.Ordinal);
    }

    private static object For(Cast whom, string role = "answer", int? inMinutes = null) => new
    {
        addressees = new[] { new { personId = whom.Id, role } },
        respondIn = inMinutes,
    };

    private static async Task<System.Text.Json.JsonElement> Mail(Cast who) =>
        (await who.Read("/api/me/channels")).GetProperty("mail");

    [Fact]
    public async Task What_could_not_wait_is_mailed_at_once_even_in_the_last_minute_of_their_day()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        await app.LiveUntil(MeisMorning.AddHours(8).AddSeconds(-30));

        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();
        await app.RunJobs();

        var mail = Assert.Single(smtp.Received);
        Assert.Equal("It cannot wait: Ada asks you", mail.Subject);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!])
        {
            Assert.Contains("Ada says: something that others depend on is down.", body, StringComparison.Ordinal);
            Assert.Contains("If it waits", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_could_not_wait_waits_for_her_morning_when_the_hour_it_had_is_over()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await Mailing(smtp);
        await app.Ada.BreakGlass(app.Launch, app.Mei).Body();

        // The server was down meanwhile.
        app.Clock.Advance(TimeSpan.FromHours(3));
        await app.RunJobs();
        var atNight = smtp.Received.Count;
        await app.LiveUntil(MeisMorning.AddHours(1));

        Assert.Equal(0, atNight);
        Assert.Single(smtp.Received);
    }

    private static async Task<TestApp> Mailing(FakeSmtp smtp)
    {
        var app = await TestApp.Start(smtp.Settings);
        await app.ConfirmAddress(app.Mei);
        return app;
    }
}
