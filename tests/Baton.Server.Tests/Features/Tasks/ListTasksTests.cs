using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Tasks;

public sealed class ListTasksTests
{
    [Theory]
    [InlineData("open")]
    [InlineData("done")]
    [InlineData("archived")]
    [InlineData("deleted")]
    public async Task Every_task_of_a_state_is_on_one_page(string state)
    {
        await using var app = await TestApp.Start();
        var board = await Board.Of(app.Ben, app.Launch);
        await board.Task(app.Ben, "In none of the others", state == "open" ? board.Done : board.ToDo);
        var made = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            var task = (await board.Task(app.Ben, $"Task {i}", state == "done" ? board.Done : board.ToDo)).Id();
            await (state switch
            {
                "archived" => app.Ben.Put($"/api/tasks/{task}/archival"),
                "deleted" => app.Ben.Delete($"/api/tasks/{task}"),
                _ => app.Ben.Get($"/api/tasks/{task}"),
            }).Body();
            made.Add(task);
            // Some at the same instant: the id breaks the tie.
            app.Clock.Advance(TimeSpan.FromMinutes(i % 2));
        }

        var seen = new List<Guid>();
        var cursor = "";
        while (cursor is not null)
        {
            var page = await app.Gus.Read($"/api/spaces/{app.Launch}/tasks?state={state}&limit=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(t => t.Id()));
            Assert.True(page.GetProperty("items").GetArrayLength() <= 3);
            cursor = page.Text("next");
        }

        Assert.Equal(made.Order(), seen.Order());
        Assert.Equal(state == "open" ? made[0] : made[^1], seen[0]);
    }

    [Fact]
    public async Task A_stranger_sees_none_and_nonsense_is_refused()
    {
        await using var app = await TestApp.Start();

        await app.Mallory.Get($"/api/spaces/{app.Launch}/tasks?state=done").Refused(404, "space-not-found");
        await app.Ben.Get($"/api/spaces/{app.Launch}/tasks?state=done&cursor=x").Refused(400, "invalid", "cursor");
        await app.Ben.Get($"/api/spaces/{app.Launch}/tasks?state=done&limit=201").Refused(400, "invalid", "limit");
        await app.Ben.Get($"/api/spaces/{app.Launch}/tasks?state=lost").Refused(400, "invalid", "state");
    }
}
