using Baton.Server.Data;
using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Channels;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Joining;
using Baton.Server.Features.Messages;
using Baton.Server.Features.People;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Sync;
using Baton.Server.Features.Topics;
using Baton.Server.Features.Tasks;
using Baton.Server.Kernel.Outside;
using Baton.Server.Kernel.Text;
using Baton.Server.Kernel.Web;

namespace Baton.Server;

/// <summary>The whole server as a table of contents.</summary>
internal static class BatonServer
{
    /// <param name="quiet">For sub-commands, whose answer is what they print.</param>
    /// <param name="adapt">What the demo does differently.</param>
    public static WebApplication Build(string[] args, bool quiet = false, Action<WebApplicationBuilder>? adapt = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings and the client lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddBatonSettings(args);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Markdown>();
        builder.Services.AddDatabase(builder.Configuration["Database"] ?? "");
        builder.AddWeb();
        builder.AddTelemetry();
        if (quiet)
        {
            builder.Logging.ClearProviders();
        }

        builder.Services.AddSingleton<OutsideCalls>();
        builder.Services.AddStreams();
        builder.Services.AddAccounts();
        builder.Services.AddSpaces();
        builder.Services.AddAttention();
        builder.Services.AddCalendars();
        builder.Services.AddChannels();
        builder.Services.AddLedger();
        builder.Services.AddAttachments();
        builder.Services.AddMessages();
        builder.Services.AddTopics();
        builder.Services.AddPeople();
        builder.Services.AddJoining();
        builder.Services.AddTasks();

        adapt?.Invoke(builder);

        var app = builder.Build();
        app.UseWeb();

        var api = app.MapApi().AddEndpointFilter(OwnStreams.Filter).AddEndpointFilter(RetryOnRace.Filter);
        api.MapAccounts();
        api.MapPeople();
        api.MapJoining();
        api.MapSpaces();
        api.MapAttachments();
        api.MapMessages();
        api.MapTopics();
        api.MapTasks();
        api.MapCalendars();
        api.MapChannels();
        api.MapAttention();
        api.MapSync();
        api.MapLedger();
        return app;
    }
}
