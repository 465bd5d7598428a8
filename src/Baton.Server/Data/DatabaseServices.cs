using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Options;

namespace Baton.Server.Data;

/// <summary>Chooses the database by <c>BATON_DATABASE</c> and hands each request its <see cref="BatonDb"/>.</summary>
public static class DatabaseServices
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, string database)
    {
        services.AddSingleton<ChangeLog>().AddSingleton<LedgerBook>();
        services.AddSingleton<JobRunner>();
        if (database.Length == 0)
        {
            services.AddSingleton(
                s => new SqliteFile($"Data Source={s.GetRequiredService<IOptions<BatonSettings>>().Value.SqlitePath}"));
            services.AddPooledDbContextFactory<SqliteBatonDb>(
                (s, options) => options.UseSqlite(s.GetRequiredService<SqliteFile>().ForReading));
            services.AddSingleton<SqliteCommits>().AddSingleton<Commits>(s => s.GetRequiredService<SqliteCommits>());
            services.AddHostedService(s => s.GetRequiredService<SqliteCommits>()).AddHostedService<SqliteUpkeep>();
            services.AddScoped<BatonDb>(s => Open<SqliteBatonDb>(s));
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresBatonDb>((s, options) =>
                options.UseNpgsql(s.GetRequiredService<IOptions<BatonSettings>>().Value.Database));
            services.AddSingleton(new NodeName(Guid.CreateVersion7().ToString("N")));
            services.AddSingleton<Commits, PostgresCommits>().AddHostedService<PostgresSignals>();
            services.AddScoped<BatonDb>(s => Open<PostgresBatonDb>(s));
        }

        // After the writer, so that it stops before it: what runs at that moment still finds it.
        services.AddHostedService<JobLoop>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services.AddScoped<WrittenChanges>();
    }

    private static TDb Open<TDb>(IServiceProvider services)
        where TDb : BatonDb
    {
        var db = services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
        db.Enter(services.GetRequiredService<Commits>(), services.GetRequiredService<WrittenChanges>());
        return db;
    }
}

/// <summary>Truncates the write-ahead log every minute; see <see cref="SqliteFile.Checkpoint"/>.</summary>
internal sealed partial class SqliteUpkeep(
    SqliteFile file, TimeProvider clock, ILogger<SqliteUpkeep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await minutes.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                file.Checkpoint();
            }
            catch (Microsoft.Data.Sqlite.SqliteException busy)
            {
                NotNow(busy);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug,
        Message = "The write-ahead log could not be truncated now; the next minute will do.")]
    private partial void NotNow(Exception busy);
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBatonDb>
{
    public SqliteBatonDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBatonDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBatonDb>
{
    public PostgresBatonDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBatonDb>().UseNpgsql("Host=design").Options);
}
