using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Features.Attention.Asks;

public sealed class PreviewSubstitutesTests
{
    [Fact]
    public async Task For_somebody_on_leave_who_stands_in_is_offered()
    {
        await using var app = await TestApp.Start();
        await Leave(app.Ben, app.Mei);

        Assert.Equal(app.Mei.Id, (await Preview(app, app.Ada, app.Ben)).Id("substituteId"));
        Assert.Equal(JsonValueKind.Null, (await Preview(app, app.Ada, app.Gus)).GetProperty("substituteId").ValueKind);
    }

    [Fact]
    public async Task Nobody_is_told_to_ask_themselves_or_who_does_not_see_the_space()
    {
        await using var app = await TestApp.Start();
        await Leave(app.Ben, app.Mei);
        await Leave(app.Gus, app.Ben);
        await Leave(app.Mei, app.Mallory);

        Assert.Equal(JsonValueKind.Null, (await Preview(app, app.Mei, app.Ben)).GetProperty("substituteId").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await Preview(app, app.Ada, app.Mei)).GetProperty("substituteId").ValueKind);
    }

    private static async Task<JsonElement> Preview(TestApp app, Cast sender, Cast whom) =>
        (await sender.Post($"/api/spaces/{app.Launch}/preview", new { body = $"Ready, {whom.Mark(asks: true)}" })
            .Body()).GetProperty("people")[0];

    private static async Task Leave(Cast who, Cast substitute)
    {
        var leave = new { kind = "leave", firstDay = "2026-11-23", lastDay = "2026-12-04", substituteId = substitute.Id };
        await who.Put($"/api/me/calendar/{Guid.CreateVersion7()}", leave).Body();
    }
}
