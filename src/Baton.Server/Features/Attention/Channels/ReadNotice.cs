using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Channels;

/// <param name="Waiting">How many asks wait for me; 0 while I am off or in focus: then nothing is to be shown.</param>
/// <param name="Title">In my language; empty when nothing is to be shown.</param>
/// <param name="Body">The one that is due first.</param>
public sealed record NoticeResponse(int Waiting, string Title, string Body)
{
    public static readonly NoticeResponse None = new(0, "", "");
}

/// <summary>
/// What a device of mine shows of what it was told, asked at the moment at which it would show it: a push may lie with
/// its service until long after it left.
/// </summary>
public static class ReadNotice
{
    public static async Task<Ok<NoticeResponse>> Handle(
        CurrentPerson me, Gate gate, WorkCalendars calendars, WaitingAsks waiting, BatonDb db, TimeProvider clock,
        CancellationToken cancel)
    {
        if (gate.Permit(await calendars.Of(me.Id, cancel), clock.UtcNow()) is null)
        {
            return TypedResults.Ok(NoticeResponse.None);
        }

        var mine = waiting.Of(me.Id);
        if (await mine.FirstOrDefaultAsync(cancel) is not { } first)
        {
            return TypedResults.Ok(NoticeResponse.None);
        }

        var language = await db.People.Where(p => p.Id == me.Id).Select(p => p.Language).SingleAsync(cancel);
        var count = await mine.CountAsync(cancel);
        return TypedResults.Ok(new NoticeResponse(count, NoticeText.Title(language, count), NoticeText.Body(first)));
    }
}
