using Baton.Server.Features.Accounts;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Joining;

/// <summary>Whoever holds a link for many cannot learn with it who has an account.</summary>
public sealed class TakenAddressTests
{
    private const string Other = "forty lamps beside the harbour";

    [Fact]
    public async Task A_taken_address_is_answered_as_a_free_one_and_harms_nobody()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [app.Launch], uses: null));

        var free = await Invitations.Join(app, code, "Nia", password: Other).Body();
        var taken = await Invitations.Join(app, code, "Oto", email: app.Ben.Email, password: Other).Body();

        Assert.Equal(free.EnumerateObject().Select(p => p.Name), taken.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Oto", await NameBehind(app, app.Ben.Email, Other));
        Assert.Equal("Ben", await NameBehind(app, app.Ben.Email, TestApp.Password));
        Assert.Equal("Nia", await NameBehind(app, "nia@team.example", Other));
    }

    [Fact]
    public async Task With_my_own_address_and_password_I_come_in_as_myself()
    {
        await using var app = await TestApp.Start();
        var space = Guid.CreateVersion7();
        await app.Ada.Post("/api/spaces", new { id = space, kind = "group", name = "Other" }).Body();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, spaces: [space]));
        var browser = app.Stranger();

        await Invitations.Join(app, code, "Benjamin", browser, app.Ben.Email).Body();

        Assert.Equal(app.Ben.Id, (await browser.GetAsync("/api/me").Body()).GetProperty("person").Id());
        await app.Ben.Read($"/api/spaces/{space}");
        Assert.Equal(0, await app.InDb(db => db.People.CountAsync(p => p.Name == "Benjamin")));
    }

    [Fact]
    public async Task Nor_does_it_show_in_the_time_that_an_answer_takes()
    {
        var hasher = new CountedHasher();
        await using var app = await TestApp.Start(
            services: services => services.AddSingleton<IPasswordHasher<Person>>(hasher));
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));

        var free = await hasher.During(() => Invitations.Join(app, code, "Nia", password: Other).Body());
        var taken = await hasher.During(() => Invitations.Join(app, code, "Oto", email: app.Ben.Email, password: Other)
            .Body());
        var wrong = new List<int>();
        foreach (var email in new[] { "nobody@team.example", app.Mei.Email, app.Ben.Email })
        {
            wrong.Add(await hasher.During(() => app.Stranger()
                .PostJson("/api/sessions", new { email, password = "a wrong one" })));
        }

        var right = await hasher.During(() => app.SignIn(app.Ben.Email));

        Assert.Equal(free, taken);
        Assert.All(wrong, count => Assert.Equal(right, count));
    }

    [Fact]
    public async Task Guessing_a_password_by_joining_is_limited_like_signing_in()
    {
        await using var app = await TestApp.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:TriesPerAccount"] = "3" });
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        for (var guess = 0; guess < 3; guess++)
        {
            await Invitations.Join(app, code, "Oto", email: app.Ben.Email, password: $"password{guess}")
                .Refused(400, "invalid", "password");
        }

        await Invitations.Join(app, code, "Ben").Refused(429, "too-many-requests");
    }

    [Fact]
    public async Task An_address_holds_three_accounts()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        await Invitations.Join(app, code, "Oto", email: app.Ben.Email, password: $"{Other} one").Body();
        await Invitations.Join(app, code, "Pia", email: app.Ben.Email, password: $"{Other} two").Body();

        await Invitations.Join(app, code, "Quy", email: app.Ben.Email, password: $"{Other} three")
            .Refused(400, "invalid", "email");

        Assert.Equal("Pia", await NameBehind(app, app.Ben.Email, $"{Other} two"));
    }

    [Fact]
    public async Task Also_when_several_come_at_the_same_moment()
    {
        await using var app = await Overtaking.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        await Invitations.Join(app, code, "Oto", email: app.Ben.Email, password: $"{Other} one").Body();

        var late = await Overtaking.Send(
            app,
            () => Invitations.Join(app, code, "Quy", email: app.Ben.Email, password: $"{Other} three"),
            by: () => Invitations.Join(app, code, "Pia", email: app.Ben.Email, password: $"{Other} two"));

        Assert.Equal(400, (int)late.StatusCode);
        Assert.Equal("Pia", await NameBehind(app, app.Ben.Email, $"{Other} two"));
    }

    [Fact]
    public async Task Also_when_they_come_by_different_invitations()
    {
        await using var app = await Overtaking.Start();
        var codes = new List<string>();
        for (var made = 0; made < 8; made++)
        {
            codes.Add(await Invitations.Make(app.Ada, Invitations.To(app)));
        }

        Task<HttpResponseMessage> Come(int number) =>
            Invitations.Join(app, codes[number], "Nia", email: "nia@team.example", password: $"{Other} {number}");

        await Come(0).Body();
        await Come(1).Body();

        var answers = await Overtaking.SendTogether(app,
            [.. Enumerable.Range(2, 6).Select(number => new Func<Task<HttpResponseMessage>>(() => Come(number)))]);

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Equal(Credentials.MostClaims, await app.InDb(db => db.People.CountAsync(p => p.Name == "Nia")));
    }

    [Fact]
    public async Task Sent_again_while_the_password_is_hashed_it_makes_one_account()
    {
        var hasher = new InterruptedHasher();
        await using var app = await TestApp.Start(
            services: services => services.AddSingleton<IPasswordHasher<Person>>(hasher));
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        var id = Guid.CreateVersion7();
        hasher.Interrupt = () => Invitations.Join(app, code, "Nia", id: id).Body();

        await Invitations.Join(app, code, "Nia", id: id).Body();

        Assert.Null(hasher.Interrupt);
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.Name == "Nia")));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_makes_one_account()
    {
        await using var app = await TestApp.Start();
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        var id = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Invitations.Join(app, code, "Nia", id: id).Body()));

        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.Name == "Nia")));
        await Invitations.Join(app, code, "Oto", id: id).Refused(409, "id-taken");
        await Invitations.Join(app, code, "Oto", id: Guid.Empty).Refused(400, "invalid", "id");
    }

    [Fact]
    public async Task Who_reads_the_mailbox_can_reset_each_account_at_it()
    {
        await using var smtp = new FakeSmtp();
        await using var app = await TestApp.Start(smtp.Settings);
        var code = await Invitations.Make(app.Ada, Invitations.To(app, uses: null));
        await Invitations.Join(app, code, "Oto", email: app.Ben.Email, password: Other).Body();

        await app.Stranger().PostJson("/api/password-resets", new { email = app.Ben.Email }).Body();
        await app.RunJobs();

        Assert.Equal(["Hello Ben,", "Hello Oto,"],
            smtp.Received.Select(mail => mail.TextBody!.Split('\n')[0].Trim()).Order(StringComparer.Ordinal));
    }

    private static async Task<string?> NameBehind(TestApp app, string email, string password) =>
        (await (await app.SignIn(email, password)).GetAsync("/api/me").Body()).GetProperty("person").Text("name");

    /// <summary>Lets something else happen, and be done, while the password of a new account is being hashed.</summary>
    private sealed class InterruptedHasher : PasswordHasher<Person>
    {
        public Func<Task>? Interrupt { get; set; }

        public override string HashPassword(Person user, string password)
        {
            // Nobody is given where hashing only takes time.
            if (user is not null && Interrupt is { } interrupt)
            {
                Interrupt = null;
                interrupt().GetAwaiter().GetResult();
            }

            return base.HashPassword(user!, password);
        }
    }
}
