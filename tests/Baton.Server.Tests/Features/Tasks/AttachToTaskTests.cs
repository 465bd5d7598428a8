using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class AttachToTaskTests
{
    [Fact]
    public async Task A_file_is_put_to_a_task_and_taken_off()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var file = await Uploaded(app, app.Ben);

        var with = await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Put($"/api/tasks/{task}/attachments/{file}"));
        (await app.Gus.Get($"/api/attachments/{file}/content")).EnsureSuccessStatusCode();
        await Writes.Verify(app.Gus, app.Launch, () => app.Mei.Delete($"/api/tasks/{task}/attachments/{file}"));

        Assert.Equal("brief.txt", with.GetProperty("attachments")[0].Text("name"));
        Assert.Equal(app.Ben.Id.ToString(), with.GetProperty("attachments")[0].Text("uploadedById"));
        await app.Gus.Get($"/api/attachments/{file}/content").Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task A_task_can_be_made_with_files()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var file = await Uploaded(app, app.Ben);
        var request = new
        {
            id = Guid.CreateVersion7(),
            listId = board.ToDo,
            orderKey = "a0",
            title = "Print it",
            attachmentIds = new[] { file },
        };

        var task = await Writes.Verify(app.Gus, app.Launch,
            () => app.Ben.Post($"/api/spaces/{app.Launch}/tasks", request));

        Assert.Equal(file, task.GetProperty("attachments")[0].Id());
        await app.Ben.Post($"/api/spaces/{app.Launch}/tasks", request with { id = Guid.CreateVersion7() })
            .Refused(409, "attachment-taken");
    }

    [Fact]
    public async Task Only_who_holds_a_file_can_attach_it()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var file = await Uploaded(app, app.Ben);

        await app.Mei.Put($"/api/tasks/{task}/attachments/{file}").Refused(404, "attachment-not-found");
        await app.Ben.Put($"/api/tasks/{task}/attachments/{Guid.CreateVersion7()}")
            .Refused(404, "attachment-not-found");
    }

    [Fact]
    public async Task A_guest_adds_files_to_their_tasks_and_takes_off_their_own()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var (task, other) = ((await board.TaskFor(app.Gus, app.Ben)).Id(), (await board.Task(app.Ben)).Id());
        var (his, hers) = (await Uploaded(app, app.Gus), await Uploaded(app, app.Ben));
        await app.Ben.Put($"/api/tasks/{task}/attachments/{hers}").Body();

        await app.Gus.Put($"/api/tasks/{other}/attachments/{his}").Refused(403, "right-missing");
        await app.Gus.Put($"/api/tasks/{task}/attachments/{his}").Body();
        await app.Gus.Delete($"/api/tasks/{task}/attachments/{hers}").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/tasks/{task}/attachments/{his}").Body();
    }

    [Fact]
    public async Task Mallory_finds_no_such_task()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var file = await Uploaded(app, app.Ben);
        await app.Ben.Put($"/api/tasks/{task}/attachments/{file}").Body();

        await app.Mallory.Put($"/api/tasks/{task}/attachments/{file}").Refused(404, "task-not-found");
        await app.Mallory.Delete($"/api/tasks/{task}/attachments/{file}").Refused(404, "task-not-found");
    }

    private static async Task<Guid> Uploaded(TestApp app, Cast person) =>
        (await person.Upload(app.Launch, "Two pages."u8.ToArray(), "brief.txt").Body()).Id();
}
