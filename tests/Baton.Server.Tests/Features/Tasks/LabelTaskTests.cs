using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class LabelTaskTests
{
    [Fact]
    public async Task A_task_is_given_a_label_and_loses_it()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var label = await board.Label(app.Ben);

        var given = await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Put($"/api/tasks/{task}/labels/{label}"));
        await Writes.Verify(app.Gus, app.Launch, () => app.Ben.Delete($"/api/tasks/{task}/labels/{label}"));

        Assert.Equal(label, given.GetProperty("labelIds")[0].GetGuid());
    }

    [Fact]
    public async Task Two_labels_given_at_once_both_stay()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var (bug, idea) = (await board.Label(app.Ben), await board.Label(app.Ben, "Idea"));

        await Transitions.VerifyTransition(app.Gus, app.Launch, () => Task.WhenAll(
            app.Ben.Put($"/api/tasks/{task}/labels/{bug}").Body(),
            app.Mei.Put($"/api/tasks/{task}/labels/{idea}").Body(),
            app.Ada.Put($"/api/tasks/{task}/labels/{idea}").Body()));

        Assert.Equal(2, (await app.Gus.Read($"/api/tasks/{task}")).GetProperty("labelIds").GetArrayLength());
    }

    [Fact]
    public async Task Only_an_open_label_of_the_same_space_can_be_given()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.Task(app.Ben)).Id();
        var label = await board.Label(app.Ben);
        var elsewhere = await (await Board.Of(app.Ben, app.Ben.PersonalSpaceId)).Label(app.Ben);
        await app.Ben.Put($"/api/labels/{label}/archival").Body();

        await app.Ben.Put($"/api/tasks/{task}/labels/{label}").Refused(409, "label-archived");
        await app.Ben.Put($"/api/tasks/{task}/labels/{elsewhere}").Refused(404, "label-not-found");
    }

    [Fact]
    public async Task Mallory_finds_no_such_task_and_a_guest_labels_none()
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        var task = (await board.TaskFor(app.Gus, app.Ben)).Id();
        var label = await board.Label(app.Ben);

        await app.Mallory.Put($"/api/tasks/{task}/labels/{label}").Refused(404, "task-not-found");
        await app.Mallory.Delete($"/api/tasks/{task}/labels/{label}").Refused(404, "task-not-found");
        await app.Gus.Put($"/api/tasks/{task}/labels/{label}").Refused(403, "right-missing");
        await app.Gus.Delete($"/api/tasks/{task}/labels/{label}").Refused(403, "right-missing");
    }
}
