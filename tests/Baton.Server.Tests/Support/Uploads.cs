using Baton.Server.Features.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Support;

public static class Uploads
{
    /// <summary>Sends a file as a browser does: its bytes are the body.</summary>
    public static Task<HttpResponseMessage> Upload(
        this Cast person, Guid spaceId, byte[] content, string name, Guid? id = null) =>
        person.Browser.PostAsync(
            $"/api/spaces/{spaceId}/attachments?id={id ?? Guid.CreateVersion7()}&name={Uri.EscapeDataString(name)}",
            new ByteArrayContent(content));

    /// <summary>Runs what is due, and the daily sweep of the bytes that nobody names.</summary>
    public static async Task Sweep(TestApp app)
    {
        await app.RunJobs();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepBlobs>().Run("{}", CancellationToken.None);
    }

    /// <summary>Every file in the blob store.</summary>
    public static IEnumerable<string> Kept(TestApp app)
    {
        var blobs = new DirectoryInfo(Path.Combine(app.DataFolder, "blobs"));
        return blobs.Exists ? blobs.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.FullName) : [];
    }
}
