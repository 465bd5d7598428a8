namespace Baton.Server.Features.Spaces;

/// <summary>
/// What a role may do in a space right now: the one table behind every refusal and every <c>can</c>. The client shows a
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

    /// <summary>Reaches somebody at once, whatever their hours are.</summary>
    public const string BreakGlass = "glass.break";

    /// <summary>No role has it: words are their author's.</summary>
    public const string EditAnyMessage = "message.edit.any";

    /// <summary>No role has it: who took a message away brings it back.</summary>
    public const string RestoreAnyMessage = "message.restore.any";

    private static readonly string[] Guest =
        [PostMessage, EditOwnMessage, DeleteOwnMessage, React, WorkOnAssignedTask, AddAttachment];

    private static readonly string[] Work =
    [
        .. Guest, ManageList, ManageLabel, CreateTask, EditTask, DeleteTask, MoveTask, OpenTopic, RenameTopic,
        CloseOwnTopic, CloseAnyTopic, BreakGlass,
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

    /// <summary>What is left to do in an archived space, for those who may do it at all.</summary>
    private static readonly string[] InTheArchive = [ArchiveSpace, LeaveSpace];

    /// <param name="archived">An archived space refuses every write, so nobody is offered one.</param>
    public static IReadOnlyList<string> Of(SpaceKind kind, SpaceRole role, bool archived)
    {
        var rights = Table.GetValueOrDefault((kind, role)) ?? [];
        return archived ? [.. rights.Intersect(InTheArchive, StringComparer.Ordinal)] : rights;
    }

    /// <summary>The rights of every role, for a change that all of a space read at once.</summary>
    public static IReadOnlyDictionary<SpaceRole, IReadOnlyList<string>> ByRole(Space space) =>
        Enum.GetValues<SpaceRole>().ToDictionary(role => role, role => Of(space.Kind, role, space.IsArchived));
}
