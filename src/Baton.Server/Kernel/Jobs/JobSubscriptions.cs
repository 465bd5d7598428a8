using System.Text.Json;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Kernel.Jobs;

/// <summary>A feature's wish, declared in its own <c>AddX()</c>: a job of this kind for every change of that kind.</summary>
public sealed record JobSubscription(string ChangeKind, string JobKind);

/// <summary>What a job made by a change knows of it.</summary>
public sealed record ChangeSeen(Guid SpaceId, string Kind, Guid ItemId, Guid? ActorId);

/// <summary>Turns announcements into the jobs that features subscribed to, in the same transaction.</summary>
public sealed class JobSubscriptions(IEnumerable<JobSubscription> subscriptions, TimeProvider clock)
{
    private readonly ILookup<string, string> _jobs =
        subscriptions.ToLookup(s => s.ChangeKind, s => s.JobKind, StringComparer.Ordinal);

    public void Enqueue(Announcement announcement, DbContext db)
    {
        foreach (var job in _jobs[announcement.Kind])
        {
            var seen = new ChangeSeen(announcement.SpaceId, announcement.Kind, announcement.ItemId, announcement.ActorId);
            db.Add(Job.Of(job, JsonSerializer.Serialize(seen, Json.Options), clock.UtcNow()));
        }
    }
}
