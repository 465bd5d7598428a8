using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks.Boards;

namespace Baton.Server.Features.Tasks;

/// <summary>The board of a space and the tasks on it.</summary>
public static class TasksEndpoints
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddScoped<TaskAccess>()
        .AddScoped<BoardAccess>()
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
        task.MapPut("/position", MoveTask.Handle);
        task.MapPost("/messages", CommentOnTask.Handle);
        task.MapGet("/messages", CommentOnTask.Read);
    }
}
