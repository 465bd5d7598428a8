using Baton.Server.Data;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Support;

/// <summary>
/// Lets one write be overtaken: it has read what it needs and is about to commit when somebody else acts and is done.
/// Or lets several commit at the same moment, after each has read what it needs.
/// </summary>
internal sealed class Overtaking(
    Commits commits, ChangeLog log, LedgerBook ledger, ChangeRelay relay) : Commits(log, ledger, relay)
{
    private Func<Task>? _act;
    private int _awaited;
    private TaskCompletionSource _gathered = new();

    public static Task<TestApp> Start() => TestApp.Start(services: services =>
    {
        var real = services.Last(s => s.ServiceType == typeof(Commits));
        services.Remove(real);
        services.AddSingleton<Commits>(s => new Overtaking(
            (Commits)(real.ImplementationFactory?.Invoke(s)
                ?? ActivatorUtilities.CreateInstance(s, real.ImplementationType!)),
            s.GetRequiredService<ChangeLog>(),
            s.GetRequiredService<LedgerBook>(),
            s.GetRequiredService<ChangeRelay>()));
    });

    /// <summary>Sends a write; before it commits, the other one is answered.</summary>
    public static async Task<HttpResponseMessage> Send(
        TestApp app, Func<Task<HttpResponseMessage>> overtaken, Func<Task<HttpResponseMessage>> by)
    {
        var acted = false;
        In(app)._act = async () => acted = (await by()).IsSuccessStatusCode;
        var answer = await overtaken();
        Assert.True(acted, "Nobody overtook it.");
        return answer;
    }

    /// <summary>Sends a write whose commit fails.</summary>
    public static Task<HttpResponseMessage> Fail(TestApp app, Func<Task<HttpResponseMessage>> write, Exception failure)
    {
        In(app)._act = () => Task.FromException(failure);
        return write();
    }

    /// <summary>Sends writes that all commit at once.</summary>
    public static Task<HttpResponseMessage[]> SendTogether(
        TestApp app, IReadOnlyList<Func<Task<HttpResponseMessage>>> writes)
    {
        var commits = In(app);
        commits._gathered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        commits._awaited = writes.Count;
        return Task.WhenAll(writes.Select(write => Task.Run(write)));
    }

    public override async Task<int> Save(BatonDb db, CancellationToken cancel)
    {
        if (Volatile.Read(ref _awaited) > 0)
        {
            if (Interlocked.Decrement(ref _awaited) == 0)
            {
                _gathered.SetResult();
            }

            await _gathered.Task.WaitAsync(TimeSpan.FromMinutes(1), cancel);
        }

        if (Interlocked.Exchange(ref _act, null) is { } act)
        {
            await act();
        }

        return await commits.Save(db, cancel);
    }

    public override Task<T> Run<T>(BatonDb db, Func<BatonDb, Task<T>> work, CancellationToken cancel) =>
        commits.Run(db, work, cancel);

    public override Task<IAsyncDisposable> ReadAtOnce(BatonDb db, CancellationToken cancel) =>
        commits.ReadAtOnce(db, cancel);

    private static Overtaking In(TestApp app) => (Overtaking)app.Services.GetRequiredService<Commits>();
}
