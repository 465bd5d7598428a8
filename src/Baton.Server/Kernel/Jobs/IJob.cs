namespace Baton.Server.Kernel.Jobs;

/// <summary>What a kind of job does. Runs at least once, perhaps twice: doing it again must change nothing more.</summary>
public interface IJob
{
    /// <param name="payload">The JSON the job was made with.</param>
    Task Run(string payload, CancellationToken cancel);
}

/// <summary>Names a handler, so that rows outlive a class's renaming.</summary>
public sealed record JobKind(string Name, Type Handler);

public static class JobServices
{
    /// <summary>Registers a handler for jobs of this kind; declared in the feature's own <c>AddX()</c>.</summary>
    public static IServiceCollection AddJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJob =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(kind, typeof(THandler)));

    /// <summary>A job of this kind for every change of that kind, in the same transaction.</summary>
    public static IServiceCollection AddJobOn(this IServiceCollection services, string changeKind, string jobKind) =>
        services.AddSingleton(new JobSubscription(changeKind, jobKind));
}
