using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Messages;
using Baton.Server.Features.Tasks;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Tasks;

/// <summary>A write has found its task, and before it commits somebody sends the task to another space.</summary>
public sealed class InFlightTests
{
    [Fact]
    public async Task A_write_that_was_overtaken_starts_over()
    {
        await using var app = await TestApp.Start();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();

        await using var late = await Begin(app, (tasks, me) => tasks.ForEditing(me, task, CancellationToken.None));
        await SendAway(app, task);

        await late.Lost();
        Assert.DoesNotContain("task.late", await app.Ben.Kinds(app.Launch));
    }

    [Fact]
    public async Task So_does_a_comment()
    {
        await using var app = await TestApp.Start();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();

        await using var late = await Begin(app,
            (tasks, me) => tasks.ForCommenting(me, task, Guid.CreateVersion7(), CancellationToken.None));
        await SendAway(app, task);

        await late.Lost();
    }

    [Fact]
    public async Task So_does_what_is_done_to_a_comment()
    {
        await using var app = await TestApp.Start();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();
        var comment = (await app.Ben.Post($"/api/tasks/{task}/messages",
            new { id = Guid.CreateVersion7(), body = "Soon" }).Body()).Id();

        await using var late = await Begin<MessageAccess>(app,
            (messages, me) => messages.ForReacting(me, comment, CancellationToken.None));
        await SendAway(app, task);

        await late.Lost();
    }

    [Fact]
    public async Task What_is_sent_to_and_fro_while_it_is_talked_about_is_told_where_it_is()
    {
        await using var app = await TestApp.Start();
        var here = await Board.Of(app.Ben, app.Launch);
        var own = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);
        var task = (await here.Task(app.Ben)).Id();
        var replicas = new[] { await Transitions.Snapshot(app.Ben,
            here.SpaceId), await Transitions.Snapshot(app.Ben, own.SpaceId) };

        for (var round = 0; round < 10; round++)
        {
            var to = round % 2 == 0 ? own : here;
            var writes = new[]
            {
                app.Ben.Put($"/api/tasks/{task}/space",
                    new { spaceId = to.SpaceId, listId = to.ToDo, orderKey = "a0" }),
                app.Ben.Post($"/api/tasks/{task}/messages", new { id = Guid.CreateVersion7(), body = $"{round}" }),
                app.Ben.Put($"/api/tasks/{task}/assignees/{app.Ben.Id}",
                    new { state = round % 2 == 0 ? "doing" : "blocked" }),
                app.Ben.Post($"/api/tasks/{task}/checklist",
                    new { id = Guid.CreateVersion7(), text = $"{round}", orderKey = "a0" }),
            };
            Assert.All(await Task.WhenAll(writes),
                answer => Assert.True(answer.IsSuccessStatusCode, answer.ToString()));
        }

        foreach (var (replica, space) in replicas.Zip([here.SpaceId, own.SpaceId]))
        {
            await Transitions.CatchUp(replica, app.Ben, space);
            Transitions.VerifySame(await Transitions.Snapshot(app.Ben, space), replica);
        }

        Assert.Equal(10, (await app.Ben.Read($"/api/tasks/{task}")).GetProperty("commentCount").GetInt32());
    }

    private static Task<Late> Begin<T>(TestApp app, Func<TaskAccess, CurrentPerson, Task<T>> find) =>
        Begin<TaskAccess>(app, find);

    private static async Task<Late> Begin<TDoor>(TestApp app, Func<TDoor, CurrentPerson, Task> find)
        where TDoor : notnull
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext =
            new DefaultHttpContext
            {
                User = Sessions.PrincipalFor(app.Ben.Id, Guid.CreateVersion7(), WorkspaceRole.Member),
            };
        await find(scope.ServiceProvider.GetRequiredService<TDoor>(),
            scope.ServiceProvider.GetRequiredService<CurrentPerson>());
        return new Late(scope, app.Launch);
    }

    private static async Task SendAway(TestApp app, Guid task)
    {
        var own = await Board.Of(app.Ben, app.Ben.PersonalSpaceId);
        await app.Ben.Put($"/api/tasks/{task}/space", new { spaceId = own.SpaceId, listId = own.ToDo, orderKey = "a0" })
            .Body();
    }

    private sealed class Late(AsyncServiceScope scope, Guid spaceId) : IAsyncDisposable
    {
        public async Task Lost()
        {
            var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
            db.Announce(spaceId, "task.late", spaceId, null, new { });
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        }

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
