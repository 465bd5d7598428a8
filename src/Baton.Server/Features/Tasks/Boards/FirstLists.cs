using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>
/// A new space's board opens ready to use, whatever the kind of the space: To do, Doing, Done, in its founder's
/// language.
/// </summary>
internal static class FirstLists
{
    private static readonly Catalogue Texts = new("Features.Tasks.TasksTexts");

    private static readonly (string Name, string Colour, bool Done)[] Lists =
        [("list.toDo", "slate", false), ("list.doing", "blue", false), ("list.done", "green", true)];

    public static void Furnish(Space space, Person founder, BatonDb db, DateTime now)
    {
        foreach (var ((name, colour, done), orderKey) in Lists.Zip(OrderKey.FirstOf(Lists.Length)))
        {
            var list = TaskList.Of(Guid.CreateVersion7(now), space.Id, Texts.Say(founder.Language, name), orderKey);
            list.Paint(colour);
            list.Finish(done);
            db.Lists.Add(list);
            db.Announce(space.Id, "list.created", list.Id, founder.Id, ListResponse.From(list));
        }
    }
}
