namespace Baton.Server.Features.Spaces;

/// <summary>
/// What a role may do in a kind of space: the one table behind every 403 and every <c>can</c>. The client shows a
/// control only if its right is in the list.
/// </summary>
public static class Rights
{
    public const string EditSpace = "space.edit";
    public const string ArchiveSpace = "space.archive";
    public const string ConvertSpace = "space.convert";
    public const string LeaveSpace = "space.leave";
    public const string InviteMember = "member.invite";
    public const string ManageMember = "member.manage";
    public const string ManageList = "list.manage";
    public const string ManageLabel = "label.manage";
    public const string CreateTask = "task.create";
    public const string EditTask = "task.edit";
    public const string WorkOnAssignedTask = "task.work.assigned";
    public const string DeleteTask = "task.delete";
    public const string MoveTask = "task.move";
    public const string PostMessage = "message.post";
    public const string EditOwnMessage = "message.edit.own";
    public const string DeleteOwnMessage = "message.delete.own";
    public const string DeleteAnyMessage = "message.delete.any";
    public const string React = "message.react";
    public const string OpenTopic = "topic.open";
    public const string RenameTopic = "topic.rename";
    public const string CloseOwnTopic = "topic.close.own";
    public const string CloseAnyTopic = "topic.close.any";
    public const string AddAttachment = "attachment.add";

    private static readonly string[] Guest =
        [PostMessage, EditOwnMessage, DeleteOwnMessage, React, WorkOnAssignedTask, AddAttachment];

    private static readonly string[] Work =
    [
        .. Guest, ManageList, ManageLabel, CreateTask, EditTask, DeleteTask, MoveTask, OpenTopic, RenameTopic, CloseOwnTopic, CloseAnyTopic,
    ];

    private static readonly Dictionary<(SpaceKind, SpaceRole), string[]> Table = new()
    {
        [(SpaceKind.Group, SpaceRole.Guest)] = [.. Guest, LeaveSpace],
        [(SpaceKind.Group, SpaceRole.Member)] = [.. Work, InviteMember, LeaveSpace],
        [(SpaceKind.Group, SpaceRole.Admin)] =
            [.. Work, InviteMember, LeaveSpace, EditSpace, ArchiveSpace, ManageMember, DeleteAnyMessage],
        [(SpaceKind.Direct, SpaceRole.Guest)] = [.. Guest],
        [(SpaceKind.Direct, SpaceRole.Member)] = [.. Work, ConvertSpace],
        [(SpaceKind.Personal, SpaceRole.Admin)] = [.. Work, DeleteAnyMessage],
    };

    public static IReadOnlyList<string> Of(SpaceKind kind, SpaceRole role) => Table.GetValueOrDefault((kind, role)) ?? [];
}
