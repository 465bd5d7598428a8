using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Kernel.Web;
using Baton.Server.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Server.Tests.Features.Attachments;

public sealed class AttachmentAccessTests
{
    [Fact]
    public async Task My_own_loose_files_can_be_attached_in_the_order_i_name_them()
    {
        await using var app = await TestApp.Start();
        var one = (await app.Ben.Upload(app.Launch, "1"u8.ToArray(), "1.txt").Body()).Id();
        var two = (await app.Ben.Upload(app.Launch, "2"u8.ToArray(), "2.txt").Body()).Id();

        Assert.Equal([two, one], await ForAttaching(app, app.Ben, app.Launch, two, one));
    }

    [Fact]
    public async Task Nobody_elses_file_and_no_other_spaces_file_is_there_to_attach()
    {
        await using var app = await TestApp.Start();
        var mine = (await app.Ben.Upload(app.Launch, "1"u8.ToArray(), "1.txt").Body()).Id();

        Assert.Equal("attachment-not-found", await Refusal(app, app.Mei, app.Launch, mine));
        Assert.Equal("attachment-not-found", await Refusal(app, app.Ben, app.Ben.PersonalSpaceId, mine));
        Assert.Equal("attachment-not-found", await Refusal(app, app.Ben, app.Launch, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task What_is_attached_already_is_not_attached_again_until_it_is_taken_off()
    {
        await using var app = await TestApp.Start();
        var file = (await app.Ben.Upload(app.Launch, "1"u8.ToArray(), "1.txt").Body()).Id();
        var task = (await (await Board.Of(app.Ben, app.Launch)).Task(app.Ben)).Id();
        await Change(app, file,
            attachment => attachment.AttachToTask(task, attachment.UploadedAt, attachment.UploadedAt));
        Assert.Equal("attachment-taken", await Refusal(app, app.Ben, app.Launch, file));

        await Change(app, file, attachment => attachment.Detach(app.Mei.Id, attachment.UploadedAt));

        Assert.Equal([file], await ForAttaching(app, app.Mei, app.Launch, file));
    }

    private static async Task<string> Refusal(TestApp app, Cast person, Guid spaceId, params Guid[] ids) =>
        (await Assert.ThrowsAsync<AppException>(() => ForAttaching(app, person, spaceId, ids))).Code;

    private static async Task<IEnumerable<Guid>> ForAttaching(TestApp app, Cast person, Guid spaceId, params Guid[] ids)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext =
            new DefaultHttpContext
            {
                User = Sessions.PrincipalFor(person.Id, Guid.CreateVersion7(), WorkspaceRole.Member),
            };
        var found = await scope.ServiceProvider.GetRequiredService<AttachmentAccess>().ForAttaching(
            scope.ServiceProvider.GetRequiredService<CurrentPerson>(), spaceId, ids, CancellationToken.None);
        return found.Select(a => a.Id);
    }

    private static Task<int> Change(TestApp app, Guid id, Action<Attachment> change) => app.InDb(async db =>
    {
        change((await db.Attachments.FindAsync(id))!);
        return await db.SaveChangesAsync();
    });
}
