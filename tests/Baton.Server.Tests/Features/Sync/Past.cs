using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Sync;

/// <summary>What was there before Nia came.</summary>
internal sealed record Past(
    Guid Message,
    Guid Reply,
    Guid File,
    Guid Topic,
    Guid Post,
    Guid Task,
    Guid Comment,
    Guid TaskFile,
    Guid Step,
    Guid Label,
    Guid List)
{
    public static async Task<Past> Make(TestApp app)
    {
        var board = await Board.Of(app.Ben, app.Launch);
        var file = (await app.Ben.Upload(app.Launch, "a"u8.ToArray(), "a.txt").Body()).Id();
        var message = Guid.CreateVersion7();
        await app.Ben.Post($"/api/spaces/{app.Launch}/messages",
            new { id = message, body = "Between us", attachmentIds = new[] { file } }).Body();
        var reply = await app.Ben.Said(app.Launch, "And us alone", threadId: message);
        var topic = await app.Ben.Opened(app.Launch);
        var post = (await app.Ben.Answer(topic).Body()).Id();
        var task = (await board.Task(app.Ben, "Before she came")).Id();
        var comment = (await app.Ben.Post($"/api/tasks/{task}/messages",
            new { id = Guid.CreateVersion7(), body = "Hush" }).Body()).Id();
        var taskFile = (await app.Ben.Upload(app.Launch, "b"u8.ToArray(), "b.txt").Body()).Id();
        await app.Ben.Put($"/api/tasks/{task}/attachments/{taskFile}").Body();
        var step = await Board.Step(app.Ben, task);
        var label = await board.Label(app.Ben);
        app.Clock.Advance(TimeSpan.FromHours(1));
        return new Past(message, reply, file, topic, post, task, comment, taskFile, step, label, board.ToDo);
    }

    public IEnumerable<(string Path, string Code)> Reads() =>
    [
        ($"/api/messages/{Message}", "message-not-found"),
        ($"/api/messages/{Message}/edits", "message-not-found"),
        ($"/api/messages/{Message}/replies", "message-not-found"),
        ($"/api/messages/{Reply}", "message-not-found"),
        ($"/api/topics/{Topic}", "topic-not-found"),
        ($"/api/topics/{Topic}/messages", "topic-not-found"),
        ($"/api/messages/{Post}", "message-not-found"),
        ($"/api/tasks/{Task}", "task-not-found"),
        ($"/api/tasks/{Task}/history", "task-not-found"),
        ($"/api/tasks/{Task}/messages", "task-not-found"),
        ($"/api/messages/{Comment}", "message-not-found"),
        ($"/api/attachments/{File}/content", "attachment-not-found"),
        ($"/api/attachments/{TaskFile}/content", "attachment-not-found"),
    ];

    /// <summary>
    /// Every kind of change that speaks of a message, a topic or a task, in an order in which each has something to
    /// do.
    /// </summary>
    public IEnumerable<(string What, Func<Task<HttpResponseMessage>> Write)> Writes(TestApp app, Cast? by = null)
    {
        var who = by ?? app.Ben;
        yield return ("edit", () => who.Patch($"/api/messages/{Message}", new { body = "Between us, still" }));
        yield return ("react", () => who.Put($"/api/messages/{Message}/reactions/👍"));
        yield return ("unreact", () => who.Delete($"/api/messages/{Message}/reactions/👍"));
        yield return ("reply", () => who.Say(app.Launch, "Nobody hears us", threadId: Message));
        yield return ("delete", () => who.Delete($"/api/messages/{Message}"));
        yield return ("restore", () => who.Post($"/api/messages/{Message}/restoration"));
        yield return ("rename", () => who.Patch($"/api/topics/{Topic}", new { title = "Which headline, then?" }));
        yield return ("post", () => who.Answer(Topic, "The second."));
        yield return ("unfollow", () => who.Delete($"/api/topics/{Topic}/followers/me"));
        yield return ("follow", () => who.Put($"/api/topics/{Topic}/followers/me"));
        yield return ("close",
            () => who.Put($"/api/topics/{Topic}/closure", new { outcome = "answer", text = "The first" }));
        yield return ("reopen", () => who.Delete($"/api/topics/{Topic}/closure"));
        yield return ("edit post", () => who.Patch($"/api/messages/{Post}", new { body = "Neither" }));
        yield return ("comment",
            () => who.Post($"/api/tasks/{Task}/messages", new { id = Guid.CreateVersion7(), body = "Hush, hush" }));
        yield return ("edit comment", () => who.Patch($"/api/messages/{Comment}", new { body = "Hush!" }));
        yield return ("change", () => who.Patch($"/api/tasks/{Task}", new { title = "Long before she came" }));
        yield return ("move", () => who.Put($"/api/tasks/{Task}/position", new { listId = List, orderKey = "a5" }));
        yield return ("assign", () => who.Put($"/api/tasks/{Task}/assignees/{app.Mei.Id}", new { state = "none" }));
        yield return ("progress",
            () => who.Put($"/api/tasks/{Task}/assignees/{app.Mei.Id}", new { state = "doing" }));
        yield return ("unassign", () => who.Delete($"/api/tasks/{Task}/assignees/{app.Mei.Id}"));
        yield return ("watch", () => who.Put($"/api/tasks/{Task}/watchers/{app.Mei.Id}"));
        yield return ("unwatch", () => who.Delete($"/api/tasks/{Task}/watchers/{app.Mei.Id}"));
        yield return ("label", () => who.Put($"/api/tasks/{Task}/labels/{Label}"));
        yield return ("unlabel", () => who.Delete($"/api/tasks/{Task}/labels/{Label}"));
        yield return ("detach", () => who.Delete($"/api/tasks/{Task}/attachments/{TaskFile}"));
        yield return ("attach", () => who.Put($"/api/tasks/{Task}/attachments/{TaskFile}"));
        yield return ("add step", () => who.Post($"/api/tasks/{Task}/checklist",
            new { id = Guid.CreateVersion7(), text = "One more", orderKey = "a1" }));
        yield return ("check step", () => who.Patch($"/api/tasks/{Task}/checklist/{Step}", new { done = true }));
        yield return ("remove step", () => who.Delete($"/api/tasks/{Task}/checklist/{Step}"));
        yield return ("archive", () => who.Put($"/api/tasks/{Task}/archival"));
        yield return ("unarchive", () => who.Delete($"/api/tasks/{Task}/archival"));
        yield return ("delete task", () => who.Delete($"/api/tasks/{Task}"));
        yield return ("restore task", () => who.Post($"/api/tasks/{Task}/restoration"));
        yield return ("send away", async () => await who.Put(
            $"/api/tasks/{Task}/space",
            new
            {
                spaceId = who.PersonalSpaceId,
                listId = (await Board.Of(who, who.PersonalSpaceId)).ToDo,
                orderKey = "a0",
            }));
    }
}
