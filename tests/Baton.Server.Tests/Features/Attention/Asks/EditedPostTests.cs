using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

/// <summary>Whom a post addresses once it has other words.</summary>
public sealed class EditedPostTests
{
    [Fact]
    public async Task Whom_only_the_new_words_mention_is_addressed_by_them()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, $"Who signs? {app.Mei.Mark()}");

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Edit(
            app.Ben, said, $"{app.Ada.Mark(asks: true)} {app.Gus.Mark()} who signs? {app.Mei.Mark()}").Body());

        var message = await app.Ben.Read($"/api/messages/{said}");
        Assert.Equal(app.Ada.Id, Assert.Single(message.GetProperty("asks").EnumerateArray()).Id("personId"));
        Assert.Equal(2, message.GetProperty("informs").GetInt32());
        Assert.Equal("answer", Assert.Single(await app.Ada.Inbox()).Text("role"));
        Assert.Single(await app.Gus.Inbox("know"));
        Assert.Single(await app.Mei.Inbox("know", unsealed: true));
    }

    [Fact]
    public async Task Who_was_to_know_is_asked_once_a_question_mark_stands_at_their_name()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, $"Who signs? {app.Ada.Mark()}");

        await Edit(app.Ben, said, $"Who signs? {app.Ada.Mark(asks: true)}").Body();

        Assert.Single(await app.Ada.Inbox());
        Assert.Empty(await app.Ada.Inbox("know"));
    }

    [Fact]
    public async Task The_same_names_address_nobody_again_and_one_that_went_stays_asked()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, $"{app.Ada.Mark(asks: true)} who signs? {app.Gus.Mark()}");
        await app.Gus.Put($"/api/inbox/{await app.ItemOf(said, app.Gus)}/letting-go").Body();

        await Edit(app.Ben, said, $"{app.Ada.Mark()} who signs it? {app.Gus.Mark()}").Body();
        await Edit(app.Ben, said, "Who signs it?").Body();

        Assert.Empty(await app.Gus.Inbox("know"));
        Assert.Equal("Who signs it?", Assert.Single(await app.Ada.Inbox()).Text("subject"));
    }

    [Fact]
    public async Task More_than_seven_are_not_asked_by_editing_either()
    {
        await using var app = await TestApp.Start();
        var names = new List<Cast> { app.Ada, app.Gus };
        foreach (var name in new[] { "Nia", "Tom", "Ida", "Lea", "Max", "Eva" })
        {
            var person = await app.Hire(name);
            await app.Ada.Put($"/api/spaces/{app.Launch}/members/{person.Id}", new { role = "member" }).Body();
            names.Add(person);
        }

        var said = await app.Ben.Said(app.Launch, string.Join(' ', names.Take(7).Select(one => one.Mark(asks: true))));

        await Edit(app.Ben, said, string.Join(' ', names.Select(one => one.Mark(asks: true))))
            .Refused(400, "invalid", "envelope.reason");
        Assert.Empty(await names[^1].Inbox(unsealed: true));
    }

    [Fact]
    public async Task Whoever_may_not_look_back_so_far_is_not_told()
    {
        await using var app = await TestApp.Start();
        var said = await app.Ben.Said(app.Launch, "Who signs?");
        var nia = await app.Hire("Nia");

        await Edit(app.Ben, said, $"{nia.Mark(asks: true)} who signs?").Body();

        Assert.Empty(await nia.Inbox(unsealed: true));
    }

    private static Task<HttpResponseMessage> Edit(Cast who, Guid messageId, string body) =>
        who.Patch($"/api/messages/{messageId}", new { body });
}
