namespace Baton.Server.Features.Topics;

/// <summary>Titled discussions with an outcome.</summary>
public static class TopicsEndpoints
{
    public static IServiceCollection AddTopics(this IServiceCollection services) => services.AddScoped<TopicAccess>();

    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/spaces/{spaceId:guid}/topics").WithTags("Topics");
        topics.MapPost("/", OpenTopic.Handle);
        topics.MapGet("/", ListTopics.Handle);

        var topic = api.MapGroup("/topics/{topicId:guid}").WithTags("Topics");
        topic.MapGet("/", ReadTopic.Handle);
        topic.MapPatch("/", RenameTopic.Handle);
        topic.MapPut("/closure", CloseTopic.Handle);
        topic.MapDelete("/closure", CloseTopic.Undo);
        topic.MapPut("/followers/me", FollowTopic.Handle);
        topic.MapDelete("/followers/me", FollowTopic.Undo);
        topic.MapPut("/hearing", HearTopic.Handle);
        topic.MapDelete("/hearing", HearTopic.Undo);
        topic.MapPost("/messages", PostInTopic.Handle);
        topic.MapGet("/messages", ReadTopic.Messages);
    }
}
