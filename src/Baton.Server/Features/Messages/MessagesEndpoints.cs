using Baton.Server.Kernel.Jobs;

namespace Baton.Server.Features.Messages;

/// <summary>
/// Messages, wherever they stand, and the chat of a space. Topics and tasks have their own routes to post and page.
/// </summary>
public static class MessagesEndpoints
{
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services.AddScoped<MessageAccess>().AddScoped<NewMessage>()
            .AddJob<EraseDeletedMessages>(EraseDeletedMessages.Kind)
            .AddDailyJob<EraseDeletedMessages>(EraseDeletedMessages.Daily);

    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var chat = api.MapGroup("/spaces/{spaceId:guid}/messages").WithTags("Messages");
        chat.MapPost("/", PostMessage.Handle);
        chat.MapGet("/", ReadMessages.OfChat);

        var message = api.MapGroup("/messages/{messageId:guid}").WithTags("Messages");
        message.MapGet("/", ReadMessage.Handle);
        message.MapPatch("/", EditMessage.Handle);
        message.MapDelete("/", DeleteMessage.Handle);
        message.MapPost("/restoration", DeleteMessage.Undo);
        message.MapGet("/edits", ReadMessage.Edits);
        message.MapGet("/replies", ReadMessages.OfThread);
        message.MapPut("/reactions/{emoji}", ReactToMessage.Handle);
        message.MapDelete("/reactions/{emoji}", ReactToMessage.Undo);
    }
}
