using Baton.Server.Kernel.Jobs;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Baton.Server.Features.Attachments;

/// <summary>Files and pictures beside messages and tasks.</summary>
public static class AttachmentsEndpoints
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddScoped<AttachmentAccess>()
        .AddScoped<ReceivedFile>()
        .AddJob<ForgetLooseAttachments>(ForgetLooseAttachments.Kind)
        .AddDailyJob<SweepBlobs>(SweepBlobs.Kind);

    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/spaces/{spaceId:guid}/attachments", UploadAttachment.Handle)
            .WithTags("Attachments")
            // ReceivedFile has the limit. The server's own would cut the connection before the refusal is read.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithMetadata(new AcceptsMetadata(["*/*"], typeof(Stream), isOptional: true));

        var attachments = api.MapGroup("/attachments/{attachmentId:guid}").WithTags("Attachments");
        attachments.MapGet("/content", ReadAttachment.Content);
        attachments.MapGet("/preview", ReadAttachment.Preview);
    }
}
