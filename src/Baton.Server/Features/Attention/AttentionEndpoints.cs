using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Attention.Inbox;
using Baton.Server.Features.Spaces;
using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.Attention;

/// <summary>Who is asked for what, when it reaches them, and that nothing is missed.</summary>
public static class AttentionEndpoints
{
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddScoped<WorkCalendars>()
        .AddScoped<Audience>().AddScoped<Hearers>().AddScoped<HearingChoices>().AddScoped<Acts>().AddScoped<Reopening>()
        .AddScoped<Envelopes>().AddScoped<TaskAsks>().AddScoped<AskAccess>()
        .AddScoped<OnDuty>().AddScoped<GlassAllowances>().AddScoped<GlassPrice>()
        .AddScoped<BreakingGlass>().AddScoped<GlassAccess>()
        .AddScoped<Gate>()
        .AddJob<DeliverBatch>(DeliverBatch.Kind)
        .AddJob<LapseAsk>(LapseAsk.Kind)
        .AddJob<Replan>(Replan.Kind)
        .AddStartJob<ReplanZones>(ReplanZones.Kind)
        .AddJob<WithdrawUnseen>(Departure.Aftermath)
        .AddDailyJob<AuditQuiet>(AuditQuiet.Kind);

    public static void MapAttention(this IEndpointRouteBuilder api)
    {
        api.MapGroup("/spaces/{spaceId:guid}/preview").WithTags("Attention").MapPost("/", PreviewEnvelope.Handle);

        var space = api.MapGroup("/spaces/{spaceId:guid}").WithTags("Attention");
        space.MapPut("/hearing", HearSpace.Handle);
        space.MapDelete("/hearing", HearSpace.Undo);
        space.MapPut("/chat/hearing", HearSpace.Chat);
        space.MapDelete("/chat/hearing", HearSpace.UndoChat);

        api.MapGroup("/quiet").WithTags("Attention").MapGet("/", ReadQuiet.Handle);

        var glass = api.MapGroup("/break-glass").WithTags("Attention");
        glass.MapGet("/", ReadBreakGlass.Handle);
        glass.MapPut("/{glassId:guid}/verdict", JudgeBreakGlass.Handle);

        var asks = api.MapGroup("/asks").WithTags("Attention");
        asks.MapGet("/sent", ListSentAsks.Handle);
        var ask = asks.MapGroup("/{askId:guid}");
        ask.MapPut("/commitment", TakeAsk.Handle);
        ask.MapDelete("/commitment", TakeAsk.Undo);
        ask.MapPut("/answer", AnswerAsk.Handle);
        ask.MapDelete("/answer", AnswerAsk.Undo);
        ask.MapPut("/delegation", DelegateAsk.Handle);
        ask.MapDelete("/delegation", DelegateAsk.Undo);
        ask.MapPut("/refusal", DeclineAsk.Handle);
        ask.MapDelete("/refusal", DeclineAsk.Undo);
        ask.MapPut("/withdrawal", WithdrawAsk.Handle);

        var inbox = api.MapGroup("/inbox").WithTags("Attention");
        inbox.MapGet("/", ReadInbox.Handle);
        inbox.MapPost("/letting-go", LetGo.Several);
        var item = inbox.MapGroup("/{askId:guid}");
        item.MapPut("/snooze", SnoozeItem.Handle);
        item.MapDelete("/snooze", SnoozeItem.Undo);
        item.MapPut("/letting-go", LetGo.One);
        item.MapDelete("/letting-go", LetGo.Undo);
    }
}
