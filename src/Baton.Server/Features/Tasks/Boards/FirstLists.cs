using Baton.Server.Data;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Text;

namespace Baton.Server.Features.Tasks.Boards;

/// <summary>A new space's board opens ready to use, whatever the kind of the space: To do, Doing, Done.</summary>
internal static class FirstLists
{
    private static readonly (string Name, string Colour)[] Lists = [("To do", "slate"), ("Doing", "blue"), ("Done", "green")];

    public static void Furnish(Space space, Guid founderId, BatonDb db, DateTime now)
    {
        foreach (var ((name, colour), orderKey) in Lists.Zip(OrderKey.FirstOf(Lists.Length)))
        {
            var list = TaskList.Of(Guid.CreateVersion7(now), space.Id, name, orderKey);
            list.Paint(colour);
            list.Finish(name == "Done");
            db.Lists.Add(list);
            db.Announce(space.Id, "list.created", list.Id, founderId, ListResponse.From(list));
        }
    }
}
