using System.Text.Json;
using Baton.Server.Kernel.Web;

namespace Baton.Server.Tests.Kernel.Web;

public sealed class InstantTests
{
    private static readonly DateTime Nine = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, "2026-11-23T09:00:00.000Z")]
    [InlineData(500, "2026-11-23T09:00:00.500Z")]
    [InlineData(123, "2026-11-23T09:00:00.123Z")]
    public void Instants_are_written_to_the_millisecond_so_that_they_sort_as_text(int milliseconds, string written)
    {
        var json = JsonSerializer.Serialize(Nine.AddMilliseconds(milliseconds), Json.Options);

        Assert.Equal($"\"{written}\"", json);
    }

    [Fact]
    public void An_instant_with_another_offset_is_read_as_the_same_instant()
    {
        Assert.Equal(Nine, JsonSerializer.Deserialize<DateTime>("\"2026-11-23T11:00:00+02:00\"", Json.Options));
        Assert.Equal("\"2026-11-23T09:00:00.000Z\"", JsonSerializer.Serialize<DateTime?>(Nine, Json.Options));
    }
}
