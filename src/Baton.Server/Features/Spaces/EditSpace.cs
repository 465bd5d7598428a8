using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Spaces;

public sealed record EditSpaceRequest
{
    [TextLimit(Space.MaxNameLength)]
    public Optional<string?> Name { get; init; }

    [TextLimit(Space.MaxDescriptionLength)]
    public Optional<string?> Description { get; init; }

    public Optional<string?> Colour { get; init; }

    [TextLimit(OneEmoji.MaxLength)]
    public Optional<string?> Emoji { get; init; }

    [TextLimit(Space.MaxKeyLength)]
    public Optional<string?> Key { get; init; }
}

/// <summary>Renames, describes or paints a space, or gives its tasks another short name.</summary>
/// <exception cref="AppException">409 <c>key-taken</c>.</exception>
public static class EditSpace
{
    public static async Task<Ok<SpaceResponse>> Handle(
        Guid spaceId,
        EditSpaceRequest request,
        CurrentPerson me,
        SpaceAccess spaces,
        BatonDb db,
        CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.EditSpace, cancel);
        var patch = new Patch(space.Id);
        patch.Set("name", request.Name, () => space.Name, space.Rename);
        patch.Set("description", request.Description, () => space.Description, space.Describe);
        patch.Set("colour", request.Colour, () => space.Colour, space.Paint);
        patch.Set("emoji", request.Emoji, () => space.Emoji, space.Mark);
        var keys = await TaskKeys.SeenBy(me.Id, space.Id, db, cancel);
        patch.Set("key", request.Key, () => space.Key,
            key => space.NumberAs(key is null || key == space.Key ? key : keys.Free(key)));
        if (!patch.IsEmpty)
        {
            db.Announce(space.Id, "space.changed", space.Id, me.Id, patch.Fields);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }
}
