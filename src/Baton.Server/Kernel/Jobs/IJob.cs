namespace Baton.Server.Kernel.Jobs;

/// <summary>
/// What a kind of job does. Runs at least once, perhaps twice: doing it again must change nothing more.
/// </summary>
public interface IJob
{
    /// <param name="payload">The JSON the job was made with.</param>
    Task Run(string payload, CancellationToken cancel);
}

/// <summary>Names a handler, so that rows outlive a class's renaming.</summary>
/// <param name="Daily">There is one such job for good: it runs again after each midnight (UTC).</param>
/// <param name="AtStart">It runs whenever a server starts.</param>
/// <param name="Outside">
/// It waits for a server elsewhere: such jobs run several at once, and hold up no others.
/// </param>
public sealed record JobKind(string Name, Type Handler, bool Daily = false, bool AtStart = false, bool Outside = false);

public static class JobServices
{
    /// <summary>Registers a handler for jobs of this kind; declared in the feature's own <c>AddX()</c>.</summary>
    public static IServiceCollection AddJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJob =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(kind, typeof(THandler)));

    /// <summary>As above, for what a server elsewhere may keep waiting.</summary>
    public static IServiceCollection AddOutsideJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJob =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(kind, typeof(THandler), Outside: true));

    /// <summary>As above, for what is to be done once a day, by one node.</summary>
    public static IServiceCollection AddDailyJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJob =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(kind, typeof(THandler), Daily: true));

    /// <summary>As above, for what a new build may have to set right.</summary>
    public static IServiceCollection AddStartJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJob =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(kind, typeof(THandler), AtStart: true));
}
