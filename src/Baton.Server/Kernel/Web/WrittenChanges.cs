using System.Globalization;
using Baton.Server.Kernel.Streams;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// The stream positions this request wrote, told to the caller in <c>Baton-Changes: spaceId:version,…</c>: once its
/// replica has reached them, the write is no longer pending.
/// </summary>
public sealed class WrittenChanges
{
    public const string Header = "Baton-Changes";

    private readonly Dictionary<Guid, long> _versions = [];

    public void Add(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            _versions[change.SpaceId] = change.Version;
        }
    }

    /// <summary>The spaces whose streams this request wrote.</summary>
    public IReadOnlyCollection<Guid> Spaces => _versions.Keys;

    /// <summary>
    /// Tells only of these: what else was written, such as somebody's personal space, is nothing the caller knows of.
    /// </summary>
    public void Keep(IReadOnlySet<Guid> spaces)
    {
        foreach (var foreign in _versions.Keys.Where(space => !spaces.Contains(space)).ToList())
        {
            _versions.Remove(foreign);
        }
    }

    /// <summary>Where this request left a space's stream; 0 for a space it did not write.</summary>
    public long VersionOf(Guid spaceId) => _versions.GetValueOrDefault(spaceId);

    public static Task Tell(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            // Looked up now: an answer without a body may start only after the request's services are gone.
            var written = context.RequestServices.GetRequiredService<WrittenChanges>();
            context.Response.OnStarting(() =>
            {
                if (written._versions.Count > 0)
                {
                    context.Response.Headers[Header] = string.Join(
                        ',',
                        written._versions.Select(
                            v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}:{v.Value}")));
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
