using System.Text.Json;

namespace Baton.Server.Tests.Support;

/// <summary>The board of a space: its first lists, and a short way to put a task there.</summary>
internal sealed record Board(Guid SpaceId, Guid ToDo, Guid Doing, Guid Done)
{
    public static async Task<Board> Of(Cast person, Guid spaceId)
    {
        var lists = (await person.Read($"/api/spaces/{spaceId}/snapshot")).GetProperty("lists").EnumerateArray()
            .ToDictionary(l => l.Text("name")!, l => l.Id(), StringComparer.Ordinal);
        return new Board(spaceId, lists["To do"], lists["Doing"], lists["Done"]);
    }

    public Task<JsonElement> Task(
        Cast person,
        string title = "Rewrite the second headline",
        Guid? listId = null,
        string orderKey = "a0",
        params Guid[] assigneeIds) =>
        person.Post($"/api/spaces/{SpaceId}/tasks",
            new { id = Guid.CreateVersion7(), listId = listId ?? ToDo, orderKey, title, assigneeIds }).Body();

    /// <summary>A task that Gus, the guest, works on.</summary>
    public Task<JsonElement> TaskFor(Cast assignee, Cast person) =>
        Task(person, "Choose the photos", assigneeIds: assignee.Id);

    public async Task<Guid> Label(Cast person, string name = "Bug", string colour = "red") =>
        (await person.Post($"/api/spaces/{SpaceId}/labels", new { id = Guid.CreateVersion7(), name, colour }).Body())
            .Id();

    public static async Task<Guid> Step(
        Cast person, Guid taskId, string text = "Ask the printer", Guid? ownerId = null, string? due = null)
    {
        var id = Guid.CreateVersion7();
        await person.Post($"/api/tasks/{taskId}/checklist", new { id, text, orderKey = "a0", ownerId, due }).Body();
        return id;
    }
}
