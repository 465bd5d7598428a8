using Baton.Server.Features.Spaces;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>Who is addressed by a post. It is Monday, 09:00 in Lisbon, 02:00 in Denver, 18:00 in Tokyo.</summary>
public sealed class AddressTests
{
    [Fact]
    public async Task A_name_informs_and_a_question_mark_at_it_asks()
    {
        await using var app = await TestApp.Start();

        var said = await app.Ben.Say(
            app.Launch, $"{app.Mei.Mark(asks: true)} who signs? {app.Ada.Mark()} and {app.Ada.Mark()}, to know.").Body();

        var ask = Assert.Single(said.GetProperty("asks").EnumerateArray());
        Assert.Equal(app.Mei.Id, ask.Id("personId"));
        Assert.Equal("answer", ask.Text("role"));
        Assert.Equal("open", ask.Text("state"));
        Assert.Equal(1, said.GetProperty("informs").GetInt32());
        Assert.Equal("named", Assert.Single(await app.Ada.Inbox("know")).GetProperty("why").Text("kind"));
    }

    [Fact]
    public async Task A_post_that_names_nobody_is_record_only()
    {
        await using var app = await TestApp.Start();

        var said = await app.Ben.Say(app.Launch, "`[@Mei](baton:person/…)`, not you").Body();

        Assert.Empty(said.GetProperty("asks").EnumerateArray());
        Assert.Equal(0, said.GetProperty("informs").GetInt32());
        Assert.Equal(0, await app.InDb(db => db.Envelopes.CountAsync()));
        Assert.Equal(0, await app.InDb(db => db.Addressees.CountAsync()));
    }

    [Fact]
    public async Task Each_is_asked_by_a_time_of_their_own()
    {
        await using var app = await TestApp.Start();
        var envelope = new
        {
            addressees = new object[]
            {
                new { personId = app.Ada.Id, role = "decide" },
                new { personId = app.Mei.Id, role = "review" },
            },
            respondIn = 480,
        };

        var asks = (await app.Ben.Ask(app.Launch, envelope).Body()).GetProperty("asks").EnumerateArray()
            .ToDictionary(a => a.Id("personId"), a => a.Text("respondBy"));

        Assert.Equal("2026-11-23T17:00:00.000Z", asks[app.Ada.Id]);
        // Her Monday is over; all of her Tuesday is worked by 17:00 in Tokyo.
        Assert.Equal("2026-11-24T08:00:00.000Z", asks[app.Mei.Id]);
    }

    [Theory]
    [InlineData("byDate", "2026-11-25", "2026-11-25T08:00:00.000Z")]
    [InlineData("byDate", "2026-11-28", "2026-11-27T08:00:00.000Z")]
    [InlineData("nextWorkingDay", null, "2026-11-24T08:00:00.000Z")]
    [InlineData("whenever", null, null)]
    public async Task A_date_ends_with_her_work_on_it(string urgency, string? respondOn, string? expected)
    {
        await using var app = await TestApp.Start();
        var envelope = new { addressees = new[] { new { personId = app.Mei.Id, role = "act" } }, urgency, respondOn };

        var ask = (await app.Ben.Ask(app.Launch, envelope).Body()).GetProperty("asks")[0];

        Assert.Equal(expected, ask.Text("respondBy"));
    }

    [Theory]
    [InlineData("""{"addressees":[{"role":"act"}]}""", "envelope.addressees")]
    [InlineData("""{"addressees":[null]}""", "envelope.addressees")]
    [InlineData("""{"addressees":[{"personId":"MEI","role":"act"}],"respondIn":119}""", "envelope.respondIn")]
    [InlineData("""{"addressees":[{"personId":"MEI","role":"act"}],"respondIn":9601}""", "envelope.respondIn")]
    [InlineData("""{"addressees":[{"personId":"MEI","role":"act"}],"respondOn":"2026-11-21"}""", "envelope.respondOn")]
    [InlineData("""{"addressees":[{"personId":"MEI","role":"act"}],"urgency":"byDate"}""", "envelope.respondOn")]
    [InlineData("""{"addressees":[{"personId":"MEI","role":"act"}],"respondOn":"2028-01-01"}""", "envelope.respondOn")]
    [InlineData("""{"addressees":[{"personId":"MEI","role":"act"}],"effort":0}""", "envelope.effort")]
    public async Task A_wish_that_makes_no_sense_is_refused_and_nothing_is_said(string envelope, string field)
    {
        await using var app = await TestApp.Start();
        var wish = System.Text.Json.JsonElement.Parse(
            envelope.Replace("MEI", app.Mei.Id.ToString(), StringComparison.Ordinal));

        await app.Ben.Ask(app.Launch, wish).Refused(400, "invalid", field);

        Assert.Equal(0, await app.InDb(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task A_thousand_are_not_asked_at_once()
    {
        await using var app = await TestApp.Start();
        var thousand = Enumerable.Range(0, 1000)
            .Select(_ => new { personId = Guid.CreateVersion7(), role = "answer" }).ToList();

        await app.Ben.Ask(app.Launch, new { addressees = thousand, reason = "A vote" })
            .Refused(400, "invalid", "envelope.addressees");

        Assert.Equal(0, await app.InDb(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_not_in_the_space_cannot_be_asked_and_hears_nothing_of_a_mention()
    {
        await using var app = await TestApp.Start();

        await app.Ben.Ask(app.Launch, new { addressees = new[] { new { personId = app.Mallory.Id, role = "act" } } })
            .Refused(404, "person-not-found");
        var said = await app.Ben.Say(app.Launch, app.Mallory.Mark(asks: true)).Body();

        Assert.Empty(said.GetProperty("asks").EnumerateArray());
        Assert.Equal(0, await app.InDb(db => db.Addressees.CountAsync()));
    }

    [Fact]
    public async Task Whoever_joined_without_what_was_before_is_not_asked_about_it()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var nia = await app.Newcomer(app.Launch);

        await app.Ben.Post($"/api/topics/{topic}/messages", new
        {
            id = Guid.CreateVersion7(),
            body = "Your view?",
            envelope = new { addressees = new[] { new { personId = nia.Id, role = "answer" } } },
        }).Refused(409, "post-hidden");
    }

    [Fact]
    public async Task More_than_seven_are_asked_with_a_reason_or_one_of_them()
    {
        await using var app = await TestApp.Start();
        await app.InDb(async db =>
        {
            for (var i = 0; i < 6; i++)
            {
                var one = await app.Hire($"Extra{i}");
                db.Memberships.Add(
                    Membership.Of(app.Launch, one.Id, SpaceRole.Member, app.Clock.GetUtcNow().UtcDateTime));
            }

            return await db.SaveChangesAsync();
        });
        var everybody = new[] { new { group = "space", role = "answer" } };

        await app.Ben.Ask(app.Launch, new { addressees = everybody }).Refused(400, "invalid", "envelope.reason");
        var reasoned = await app.Ben.Ask(app.Launch, new { addressees = everybody, reason = "A vote" }).Body();
        var any = await app.Ben.Ask(app.Launch, new { addressees = everybody, oneOf = true }).Body();

        Assert.Equal(9, reasoned.GetProperty("asks").GetArrayLength());
        Assert.Equal(9, any.GetProperty("asks").GetArrayLength());
    }

    [Fact]
    public async Task Whoever_follows_a_topic_is_informed_and_its_author_is_not()
    {
        await using var app = await TestApp.Start();
        var topic = await app.Ben.Opened(app.Launch);
        await app.Mei.Answer(topic).Body();

        var item = Assert.Single(await app.Ben.Inbox("know", unsealed: true));

        Assert.Equal("follows", item.GetProperty("why").Text("kind"));
        Assert.Equal(topic, item.GetProperty("why").Id("ofId"));
        Assert.Empty(await app.Mei.Inbox("know", unsealed: true));
    }

    [Fact]
    public async Task Sent_twice_it_asks_once()
    {
        await using var app = await TestApp.Start();
        var id = Guid.CreateVersion7();
        var wish = new { addressees = new[] { new { personId = app.Mei.Id, role = "act" } } };
        var first = await app.Ben.Ask(app.Launch, wish, id: id).Body();

        var again = await app.Ben.Ask(app.Launch, wish, id: id).Body();

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, await app.InDb(db => db.Addressees.CountAsync()));
        var other = new { addressees = new[] { new { personId = app.Ada.Id, role = "act" } } };
        await app.Ben.Ask(app.Launch, other, id: id).Refused(409, "id-taken");
    }

    [Fact]
    public async Task Every_replica_of_the_space_learns_of_an_ask()
    {
        await using var app = await TestApp.Start();

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Asked(app.Launch, app.Mei));
    }
}
