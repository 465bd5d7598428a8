using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Tests.Features.Joining;

/// <summary>
/// Whoever comes in by the mail to their own address has shown that they read it; by the link, nobody has.
/// </summary>
public sealed class MailedInvitationTests
{
    private const string Nia = "Nia@harbour.example";

    [Fact]
    public async Task Who_comes_by_the_mail_to_their_address_need_not_confirm_it()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Mail(app);

        await Invitations.Join(app, smtp.OnlyCode(), "Nia", email: "nia@Harbour.example").Body();

        Assert.True(await IsConfirmed(app, "Nia"));
    }

    [Fact]
    public async Task The_link_that_its_maker_has_shows_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        var link = await Mail(app);

        await Invitations.Join(app, link, "Nia", email: Nia).Body();

        Assert.False(await IsConfirmed(app, "Nia"));
    }

    [Fact]
    public async Task Another_address_than_the_mail_went_to_is_a_claim()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Mail(app);

        await Invitations.Join(app, smtp.OnlyCode(), "Oto", email: "oto@harbour.example").Body();

        Assert.False(await IsConfirmed(app, "Oto"));
    }

    [Fact]
    public async Task A_mail_for_many_is_passed_on_and_shows_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Mail(app, uses: 5);

        await Invitations.Join(app, smtp.OnlyCode(), "Nia", email: Nia).Body();

        Assert.False(await IsConfirmed(app, "Nia"));
    }

    [Fact]
    public async Task An_address_that_somebody_has_confirmed_stays_theirs()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Invitations.Join(app, await Invitations.Make(app.Ada, Invitations.To(app)), "Oto", email: Nia).Body();
        await app.InDb(async db =>
        {
            var oto = await db.People.SingleAsync(p => p.Name == "Oto");
            oto.ReachAt(oto.Email!, oto.NormalizedEmail!);
            return await db.SaveChangesAsync();
        });
        await Mail(app);

        await Invitations.Join(app, smtp.OnlyCode(), "Nia", email: Nia, password: "forty lamps beside the harbour")
            .Body();

        Assert.False(await IsConfirmed(app, "Nia"));
        Assert.True(await IsConfirmed(app, "Oto"));
    }

    [Fact]
    public async Task Who_is_signed_in_and_comes_by_the_mail_has_shown_it_too()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        await Mail(app, app.Mei.Email);

        await app.Mei.Post("/api/joinings", new { code = smtp.OnlyCode() }).Body();

        Assert.True(await IsConfirmed(app, "Mei"));
        Assert.False(await IsConfirmed(app, "Ben"));
    }

    /// <returns>The code that its maker has.</returns>
    private static async Task<string> Mail(TestApp app, string email = Nia, int uses = 1)
    {
        var code = await Invitations.Make(app.Ada, Invitations.To(app, email: email, uses: uses));
        await app.RunJobs();
        return code;
    }

    private static Task<bool> IsConfirmed(TestApp app, string name) =>
        app.InDb(db => db.People.Where(p => p.Name == name).Select(p => p.EmailConfirmed).SingleAsync());
}
