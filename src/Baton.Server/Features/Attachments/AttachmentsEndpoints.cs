namespace Baton.Server.Features.Attachments;

/// <summary>Files and pictures beside messages and tasks.</summary>
public static class AttachmentsEndpoints
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services.AddScoped<AttachmentAccess>();
}
