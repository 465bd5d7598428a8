using Baton.Server.Data;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Features.Attention.Asks;

/// <summary>
/// Being assigned to a task is an ask to act. Called by the tasks, in their transaction; the caller saves.
/// </summary>
public sealed class TaskAsks(
    Audience audience, Envelopes envelopes, WorkCalendars calendars, Acts acts, BatonDb db, TimeProvider clock)
{
    /// <summary>Asks each who is assigned; whoever assigns themselves is asked nothing.</summary>
    public async Task Assign(
        Post task, DateOnly? due, Guid byId, IReadOnlyList<Guid> personIds, CancellationToken cancel)
    {
        var others = await audience.Seeing(task, [.. personIds.Where(id => id != byId)], cancel);
        if (others.Count == 0)
        {
            return;
        }

        var envelope = await db.Envelopes.FirstOrDefaultAsync(e => e.Id == task.Id, cancel);
        if (envelope is null)
        {
            envelope = Envelope.OfTask(task, due, clock.UtcNow());
            db.Envelopes.Add(envelope);
            var parts = others.ToDictionary(id => id, _ => new Part(AskRole.Act, Why.Assigned, task.Id));
            await envelopes.Address(envelope, byId, parts, cancel);
            return;
        }

        envelope.Return();
        foreach (var personId in others)
        {
            await envelopes.Ask(envelope, byId, personId, new Part(AskRole.Act, Why.Assigned, task.Id), cancel);
        }
    }

    /// <summary>They said that their part of it is done.</summary>
    public async Task Finish(Guid taskId, Guid personId, Guid actorId, CancellationToken cancel) =>
        await End([.. (await OpenOf(taskId, cancel)).Where(open => open.Ask.PersonId == personId)], actorId, cancel);

    /// <summary>The whole task is done: nobody is asked any more.</summary>
    public async Task Complete(Guid taskId, Guid actorId, CancellationToken cancel) =>
        await End(await OpenOf(taskId, cancel), actorId, cancel);

    /// <summary>It has another title or another date.</summary>
    public async Task Change(Guid taskId, string title, DateOnly? due, CancellationToken cancel)
    {
        if (await db.Envelopes.FirstOrDefaultAsync(e => e.Id == taskId, cancel) is not { } envelope
            || (envelope.Subject == title && envelope.RespondOn == due))
        {
            return;
        }

        var isDated = envelope.RespondOn != due;
        envelope.Reword(title);
        envelope.Date(due);
        if (isDated)
        {
            await Reckon(envelope, cancel);
        }

        await acts.TellHolders(envelope, cancel);
    }

    /// <summary>
    /// It lies in another space now, with its comments. Statements, so that a comment posted meanwhile comes too.
    /// </summary>
    public void MoveTo(Guid taskId, Guid spaceId, DateTime beganAt)
    {
        db.Also($"UPDATE envelopes SET space_id = {spaceId}, began_at = {beganAt} WHERE place_id = {taskId}");
        db.Jobs.Add(WithdrawUnseen.OfPlace(taskId, clock.UtcNow()));
    }

    private async Task Reckon(Envelope envelope, CancellationToken cancel)
    {
        var open = await OpenOf(envelope.Id, cancel);
        var known = await calendars.Of([.. open.Select(o => o.Ask.PersonId)], cancel);
        foreach (var (ask, _) in open.Where(o => known.ContainsKey(o.Ask.PersonId)))
        {
            Deadline.Set(ask, envelope, known[ask.PersonId], clock.UtcNow());
        }

        LapseAsk.At(open.Select(o => o.Ask), db);
    }

    // Who did it themselves has answered; for the others it is over.
    private async Task End(
        IReadOnlyList<(Addressee Ask, Envelope Envelope)> open, Guid actorId, CancellationToken cancel)
    {
        var (own, others) = (open.Where(o => o.Ask.PersonId == actorId).ToList(),
            open.Where(o => o.Ask.PersonId != actorId).ToList());
        var now = clock.UtcNow();
        own.ForEach(o => o.Ask.Answer(now));
        others.ForEach(o => o.Ask.End(AddresseeState.Superseded, now));
        await acts.Tell(actorId, own, Act.Answered, cancel);
        await acts.TellLater(others, Act.Superseded, actorId, cancel);
    }

    private async Task<IReadOnlyList<(Addressee Ask, Envelope Envelope)>> OpenOf(
        Guid taskId, CancellationToken cancel) =>
        [.. (await envelopes.OpenOf(taskId, personIds: null, cancel)).Where(open => open.Addressee.IsAsk)];
}
