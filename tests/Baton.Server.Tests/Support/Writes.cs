using System.Text.Json;

namespace Baton.Server.Tests.Support;

/// <summary>What every write promises, tried on one.</summary>
internal static class Writes
{
    /// <summary>Everybody's replica follows it; sent again it answers the same and announces nothing.</summary>
    public static async Task<JsonElement> Verify(Cast reader, Guid spaceId, Func<Task<HttpResponseMessage>> write)
    {
        HttpResponseMessage first = null!;
        await Transitions.VerifyTransition(reader, spaceId, async () => first = await write());
        var answer = await first.Body();
        Assert.True(first.Headers.Contains("Baton-Changes"), "It announced nothing.");

        var second = await write();
        Assert.Equal(answer.GetRawText(), (await second.Body()).GetRawText());
        Assert.False(second.Headers.Contains("Baton-Changes"), "Sent again it announced something.");
        return answer;
    }
}
