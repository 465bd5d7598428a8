using System.Net;
using Baton.Server.Data;
using Baton.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Data;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_server_is_ready_once_its_database_has_this_builds_tables()
    {
        await using var app = await TestApp.StartEmpty();

        // A test's database has the tables, and no history of migrations.
        await Says(app, HttpStatusCode.ServiceUnavailable, "unhealthy", "Migrations are missing. Run baton migrate.");
        await Migrated(app);
        await Says(app, HttpStatusCode.OK, "healthy", "The database answers.");
    }

    [Fact]
    public async Task Without_its_database_a_server_lives_and_is_not_ready()
    {
        await using var app = await TestApp.StartEmpty(
            new Dictionary<string, string> { ["Database"] = "Host=127.0.0.1;Port=1;Username=baton" });

        Assert.Equal(HttpStatusCode.OK, (await app.Stranger().GetAsync("/healthz")).StatusCode);
        await Says(app, HttpStatusCode.ServiceUnavailable, "unhealthy", "The database does not answer.");
    }

    private static async Task Says(TestApp app, HttpStatusCode status, string word, string sentence)
    {
        var answer = await app.Stranger().GetAsync("/readyz");
        var said = System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(word, said.Text("status"));
        Assert.Equal(sentence, said.GetProperty("checks").Text("database"));
    }

    private static async Task Migrated(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BatonDb>();
        var commits = scope.ServiceProvider.GetRequiredService<Commits>();
        var history = db.GetService<IHistoryRepository>();
        var rows = db.Database.GetMigrations().Select(id => history.GetInsertScript(new HistoryRow(id, "10.0.0")));
        var script = string.Concat(rows.Prepend(history.GetCreateScript()));
        await commits.Run(db, async work => await work.Database.ExecuteSqlRawAsync(script), CancellationToken.None);
    }
}
