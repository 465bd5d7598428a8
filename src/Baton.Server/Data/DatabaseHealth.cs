using Baton.Server.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Baton.Server.Data;

/// <summary>Ready means: the database answers and has this build's tables, and there is room to write.</summary>
internal sealed class DatabaseHealth(BatonDb db, IOptions<BatonSettings> settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            DataFolder.Probe(settings.Value.Data);
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any()
                ? HealthCheckResult.Unhealthy("Migrations are missing. Run baton migrate.")
                : HealthCheckResult.Healthy("The database answers.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("Nothing can be written into the data folder.", failed);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failed);
        }
    }
}
