using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Baton.Server.Data;

/// <summary>Ready means: the database answers and has this build's tables.</summary>
internal sealed class DatabaseHealth(BatonDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any()
                ? HealthCheckResult.Unhealthy("Migrations are missing. Run baton migrate.")
                : HealthCheckResult.Healthy("The database answers.");
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failed);
        }
    }
}
