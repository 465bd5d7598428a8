using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Messages;

public sealed class MessageAttachmentsTests
{
    [Fact]
    public async Task Files_stand_with_a_message_that_needs_no_words()
    {
        await using var app = await TestApp.Start();
        var (plan, notes) = (await Upload(app.Ben, app, "plan.txt"), await Upload(app.Ben, app, "notes.txt"));

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Send(app.Ben, app, "", notes, plan).Body());

        var files = (await app.Gus.Read($"/api/spaces/{app.Launch}/messages"))
            .GetProperty("items")[0].GetProperty("attachments");
        Assert.Equal(["notes.txt", "plan.txt"],
            files.EnumerateArray().Select(f => f.Text("name")).Order(StringComparer.Ordinal));
        Assert.True((await app.Gus.Get($"/api/attachments/{plan}/content")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_deleted_message_takes_its_files_with_it_and_brings_them_back()
    {
        await using var app = await TestApp.Start();
        var file = await Upload(app.Ben, app, "plan.txt");
        var id = (await Send(app.Ben, app, "Here", file).Body()).Id();

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => app.Ben.Delete($"/api/messages/{id}").Body());
        await app.Gus.Get($"/api/attachments/{file}/content").Refused(404, "attachment-not-found");

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Post($"/api/messages/{id}/restoration").Body());
        Assert.True((await app.Gus.Get($"/api/attachments/{file}/content")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Sending_it_twice_attaches_once()
    {
        await using var app = await TestApp.Start();
        var request = new
        {
            id = Guid.CreateVersion7(),
            body = "Here",
            attachmentIds = new[] { await Upload(app.Ben, app, "plan.txt") },
        };
        await app.Ben.Post($"/api/spaces/{app.Launch}/messages", request).Body();

        var again = await app.Ben.Post($"/api/spaces/{app.Launch}/messages", request);

        Assert.Equal(1, (await again.Body()).GetProperty("attachments").GetArrayLength());
        Assert.False(again.Headers.Contains("Baton-Changes"));
    }

    [Fact]
    public async Task Only_ones_own_files_that_are_not_taken_can_be_attached()
    {
        await using var app = await TestApp.Start();
        var file = await Upload(app.Ben, app, "plan.txt");

        await Send(app.Mei, app, "Mine", file).Refused(404, "attachment-not-found");
        await Send(app.Ben, app, "Here", file).Body();
        await Send(app.Ben, app, "Here again", file).Refused(409, "attachment-taken");
        await Send(app.Ben, app, "Many", [.. Enumerable.Range(0, 21).Select(_ => Guid.CreateVersion7())])
            .Refused(400, "invalid", "attachmentIds");
    }

    [Fact]
    public async Task A_topic_opens_with_files()
    {
        await using var app = await TestApp.Start();
        var file = await Upload(app.Ben, app, "plan.txt");
        var opening = new
        {
            id = Guid.CreateVersion7(),
            title = "The plan",
            messageId = Guid.CreateVersion7(),
            body = "",
            attachmentIds = new[] { file },
        };

        await Transitions.VerifyTransition(app.Gus, app.Launch,
            () => app.Ben.Post($"/api/spaces/{app.Launch}/topics", opening).Body());
    }

    private static Task<HttpResponseMessage> Send(Cast who, TestApp app, string body, params Guid[] attachmentIds) =>
        who.Post($"/api/spaces/{app.Launch}/messages", new { id = Guid.CreateVersion7(), body, attachmentIds });

    private static async Task<Guid> Upload(Cast who, TestApp app, string name) =>
        (await who.Upload(app.Launch, "Tomorrow"u8.ToArray(), name).Body()).Id();
}
