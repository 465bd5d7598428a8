using Baton.Server.Data;
using Baton.Server.Kernel.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Support;

/// <summary>Lets one write be overtaken: it has read what it needs and is about to commit when somebody else acts and is done.</summary>
internal sealed class Overtaking(Commits commits, ChangeLog log, ChangeRelay relay) : Commits(log, relay)
{
    private Func<Task>? _act;

    public static Task<TestApp> Start() => TestApp.Start(services: services =>
    {
        var real = services.Last(s => s.ServiceType == typeof(Commits));
        services.Remove(real);
        services.AddSingleton<Commits>(s => new Overtaking(
            (Commits)(real.ImplementationFactory?.Invoke(s) ?? ActivatorUtilities.CreateInstance(s, real.ImplementationType!)),
            s.GetRequiredService<ChangeLog>(),
            s.GetRequiredService<ChangeRelay>()));
    });

    /// <summary>Sends a write; before it commits, the other one is answered.</summary>
    public static async Task<HttpResponseMessage> Send(TestApp app, Func<Task<HttpResponseMessage>> overtaken, Func<Task<HttpResponseMessage>> by)
    {
        var acted = false;
        ((Overtaking)app.Services.GetRequiredService<Commits>())._act = async () => acted = (await by()).IsSuccessStatusCode;
        var answer = await overtaken();
        Assert.True(acted, "Nobody overtook it.");
        return answer;
    }

    /// <summary>Sends a write whose commit fails.</summary>
    public static Task<HttpResponseMessage> Fail(TestApp app, Func<Task<HttpResponseMessage>> write, Exception failure)
    {
        ((Overtaking)app.Services.GetRequiredService<Commits>())._act = () => Task.FromException(failure);
        return write();
    }

    public override async Task<int> Save(BatonDb db, CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _act, null) is { } act)
        {
            await act();
        }

        return await commits.Save(db, cancel);
    }

    public override Task<T> Run<T>(BatonDb db, Func<BatonDb, Task<T>> work, CancellationToken cancel) => commits.Run(db, work, cancel);

    public override Task<IAsyncDisposable> ReadAtOnce(BatonDb db, CancellationToken cancel) => commits.ReadAtOnce(db, cancel);
}
