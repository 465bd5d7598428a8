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

public static class EditSpace
{
    public static async Task<Ok<SpaceResponse>> Handle(
        Guid spaceId, EditSpaceRequest request, CurrentPerson me, SpaceAccess spaces, BatonDb db, CancellationToken cancel)
    {
        var space = await spaces.ForChanging(me, spaceId, Rights.EditSpace, cancel);
        var before = SpaceChange.Of(space);
        Apply(request, space);

        if (Patch.Between(before, SpaceChange.Of(space)) is { } patch)
        {
            db.Announce(space.Id, "space.changed", space.Id, me.Id, patch);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(await SpaceResponse.One(me.Id, space.Id, db, cancel));
    }

    private static void Apply(EditSpaceRequest request, Space space)
    {
        if (request.Name.Given)
        {
            space.Rename(request.Name.Value);
        }

        if (request.Description.Given)
        {
            space.Describe(request.Description.Value);
        }

        if (request.Colour.Given)
        {
            space.Paint(request.Colour.Value);
        }

        if (request.Emoji.Given)
        {
            space.Mark(request.Emoji.Value);
        }

        if (request.Key.Given)
        {
            space.NumberAs(request.Key.Value);
        }
    }
}
