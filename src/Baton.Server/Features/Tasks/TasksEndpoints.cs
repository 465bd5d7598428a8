using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Features.Tasks.Checklists;
using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.Tasks;

/// <summary>The board of a space and the tasks on it.</summary>
public static class TasksEndpoints
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddScoped<TaskAccess>()
        .AddScoped<BoardAccess>()
        .AddJob<SpreadTasks>(SpreadTasks.Kind)
        .AddJob<SpreadLists>(SpreadLists.Kind)
        .AddJob<SpreadChecklist>(SpreadChecklist.Kind)
        .AddSingleton(new SpaceFurnishing(FirstLists.Furnish));

    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var board = api.MapGroup("/spaces/{spaceId:guid}").WithTags("Board");
        board.MapPost("/lists", CreateList.Handle);
        board.MapPost("/labels", CreateLabel.Handle);
        board.MapPost("/tasks", CreateTask.Handle);
        board.MapGet("/tasks", ListTasks.Handle);

        var list = api.MapGroup("/lists/{listId:guid}").WithTags("Board");
        list.MapPatch("/", ChangeList.Handle);
        list.MapPut("/archival", ArchiveList.Handle);
        list.MapDelete("/archival", ArchiveList.Undo);

        var label = api.MapGroup("/labels/{labelId:guid}").WithTags("Board");
        label.MapPatch("/", ChangeLabel.Handle);
        label.MapPut("/archival", ArchiveLabel.Handle);
        label.MapDelete("/archival", ArchiveLabel.Undo);

        var task = api.MapGroup("/tasks/{taskId:guid}").WithTags("Tasks");
        task.MapGet("/", ReadTask.Handle);
        task.MapPatch("/", ChangeTask.Handle);
        task.MapDelete("/", DeleteTask.Handle);
        task.MapPost("/restoration", DeleteTask.Undo);
        task.MapPut("/archival", ArchiveTask.Handle);
        task.MapDelete("/archival", ArchiveTask.Undo);
        task.MapPut("/position", MoveTask.Handle);
        task.MapPost("/messages", CommentOnTask.Handle);
        task.MapGet("/messages", CommentOnTask.Read);
        task.MapPut("/space", SendTask.Handle);
        task.MapPost("/copies", CopyTask.Handle);
        task.MapPut("/assignees/{personId:guid}", AssignTask.Handle);
        task.MapDelete("/assignees/{personId:guid}", AssignTask.Undo);
        task.MapPut("/watchers/{personId:guid}", WatchTask.Handle);
        task.MapDelete("/watchers/{personId:guid}", WatchTask.Undo);
        task.MapPut("/hearing", HearTask.Handle);
        task.MapDelete("/hearing", HearTask.Undo);
        task.MapPut("/labels/{labelId:guid}", LabelTask.Handle);
        task.MapDelete("/labels/{labelId:guid}", LabelTask.Undo);
        task.MapPut("/attachments/{attachmentId:guid}", AttachToTask.Handle);
        task.MapDelete("/attachments/{attachmentId:guid}", AttachToTask.Undo);

        var checklist = task.MapGroup("/checklist").WithTags("Tasks");
        checklist.MapPost("/", AddChecklistItem.Handle);
        checklist.MapPatch("/{itemId:guid}", ChangeChecklistItem.Handle);
        checklist.MapDelete("/{itemId:guid}", RemoveChecklistItem.Handle);
        checklist.MapPost("/{itemId:guid}/promotion", PromoteChecklistItem.Handle);
    }
}
