using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Server.Features.Tasks.Boards;

public sealed record ChangeLabelRequest
{
    [TextLimit(Label.MaxNameLength)]
    public Optional<string> Name { get; init; }

    public Optional<string> Colour { get; init; }
}

/// <summary>Renames or paints a label.</summary>
public static class ChangeLabel
{
    public static async Task<Ok<LabelResponse>> Handle(
        Guid labelId,
        ChangeLabelRequest request,
        CurrentPerson me,
        BoardAccess boards,
        BatonDb db,
        CancellationToken cancel)
    {
        var label = await boards.LabelForManaging(me, labelId, cancel);
        var patch = new Patch(label.Id);
        patch.Set("name", request.Name, () => label.Name, label.Rename);
        patch.Set("colour", request.Colour, () => label.Colour, label.Paint);
        if (!patch.IsEmpty)
        {
            db.Announce(label.SpaceId, "label.changed", label.Id, me.Id, patch.Payload);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Ok(LabelResponse.From(label));
    }
}
