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

    public Task<JsonElement> Task(Cast person, string title = "Rewrite the second headline", Guid? listId = null, string orderKey = "a0") =>
        person.Post($"/api/spaces/{SpaceId}/tasks", new { id = Guid.CreateVersion7(), listId = listId ?? ToDo, orderKey, title }).Body();
}
