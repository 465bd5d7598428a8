using System.Collections.Concurrent;
using Baton.Server.Data;
using Baton.Server.Kernel;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Baton.Server.Tests.Data;

public sealed class JobRunnerTests
{
    /// <summary>Hosted services stop in the reverse of the order in which they were added.</summary>
    [Fact]
    public void The_loop_stops_before_the_writer_that_its_jobs_need()
    {
        var hosted = new ServiceCollection().AddDatabase("")
            .Where(s => s.ServiceType == typeof(IHostedService)).ToList();

        // The writer is made by a factory: it is there for others too.
        var writer = hosted.FindIndex(s => s.ImplementationFactory is not null);
        Assert.InRange(writer, 0, hosted.FindIndex(s => s.ImplementationType == typeof(JobLoop)));
    }

    [Fact]
    public async Task A_due_job_runs_once()
    {
        await using var app = await TestApp.Start(services: WithBell);
        await Ring(app, "noon", TimeSpan.Zero);

        await app.RunJobs();
        await app.RunJobs();

        Assert.Equal(["noon"], app.Services.GetRequiredService<Bell.Rung>());
        Assert.Equal(0, await app.InDb(db => db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task A_later_job_waits_for_its_time()
    {
        await using var app = await TestApp.Start(services: WithBell);
        await Ring(app, "tomorrow", TimeSpan.FromHours(20));

        await app.RunJobs();
        Assert.Empty(app.Services.GetRequiredService<Bell.Rung>());

        app.Clock.Advance(TimeSpan.FromHours(21));
        await app.RunJobs();
        Assert.Equal(["tomorrow"], app.Services.GetRequiredService<Bell.Rung>());
    }

    [Fact]
    public async Task A_failing_job_is_tried_again_later_and_at_last_rests()
    {
        await using var app = await TestApp.Start(services: WithBell);
        await Ring(app, "broken", TimeSpan.Zero);

        for (var attempt = 0; attempt < Job.MaxAttempts; attempt++)
        {
            await app.RunJobs();
            app.Clock.Advance(TimeSpan.FromHours(2));
        }

        var job = await app.InDb(db => db.Jobs.AsNoTracking().SingleAsync());
        Assert.Equal(Job.MaxAttempts, job.Attempts);
        Assert.NotNull(job.DeadAt);
        Assert.Contains("no clapper", job.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runners_at_once_run_each_job_once()
    {
        await using var app = await TestApp.Start(services: WithBell);
        for (var i = 0; i < 50; i++)
        {
            await Ring(app, $"{i}", TimeSpan.Zero);
        }

        await Task.WhenAll(app.RunJobs(), app.RunJobs());

        Assert.Equal(50, app.Services.GetRequiredService<Bell.Rung>().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(50, app.Services.GetRequiredService<Bell.Rung>().Count);
    }

    private static void WithBell(IServiceCollection services) =>
        services.AddJob<Bell>("Ring").AddSingleton<Bell.Rung>();

    private static Task<int> Ring(TestApp app, string when, TimeSpan after) => app.InDb(db =>
    {
        db.Jobs.Add(Job.Of("Ring", when, app.Clock.UtcNow() + after));
        return db.SaveChangesAsync();
    });

    internal sealed class Bell(Bell.Rung rung) : IJob
    {
        public Task Run(string payload, CancellationToken cancel)
        {
            if (payload == "broken")
            {
                throw new InvalidOperationException("The bell has no clapper.");
            }

            rung.Enqueue(payload);
            return Task.CompletedTask;
        }

        internal sealed class Rung : ConcurrentQueue<string>;
    }
}
