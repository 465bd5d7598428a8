using System.Text.Json;
using System.Text.RegularExpressions;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Contract;

/// <summary>The API's document, as somebody who has nothing else reads it.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public async Task Every_operation_says_in_a_sentence_what_it_does()
    {
        Assert.Empty((await Operations()).Where(o => !o.Value.TryGetProperty("summary", out _)).Select(o => o.Name));
    }

    [Fact]
    public async Task Every_operation_names_the_refusals_that_anybody_may_get()
    {
        foreach (var (name, operation) in await Operations())
        {
            var responses = operation.GetProperty("responses");
            Assert.True((await Declared.Resolve(responses.GetProperty("429")))
                .GetProperty("headers").TryGetProperty("Retry-After", out _), name);
            var takes = operation.TryGetProperty("requestBody", out _);
            Assert.Equal(takes, responses.TryGetProperty("413", out _));
            Assert.True(!takes || responses.TryGetProperty("400", out _), name);
            Assert.True(name.StartsWith("get ", StringComparison.Ordinal)
                || responses.TryGetProperty("403", out _), name);
            Assert.True(!name.Contains("Id}", StringComparison.Ordinal)
                || responses.TryGetProperty("404", out _), name);
            foreach (var response in responses.EnumerateObject().Where(r => r.Name[0] == '4'))
            {
                var refusal = await Declared.Resolve(response.Value);
                Assert.Equal(
                    "#/components/schemas/Problem",
                    refusal.GetProperty("content")
                        .GetProperty("application/problem+json").GetProperty("schema").Text("$ref"));
                Assert.Matches("Codes: `[a-z-]+`", refusal.Text("description"));
            }
        }
    }

    [Fact]
    public async Task Every_write_tells_where_it_left_the_streams()
    {
        foreach (var (name, operation) in (await Operations())
            .Where(o => !o.Name.StartsWith("get ", StringComparison.Ordinal)))
        {
            var success = operation.GetProperty("responses").EnumerateObject().First(r => r.Name[0] == '2');
            Assert.True(success.Value.GetProperty("headers").TryGetProperty("Baton-Changes", out _), name);
        }
    }

    [Fact]
    public async Task The_live_feed_is_a_stream_of_described_events()
    {
        var live = (await Operations()).Single(o => o.Name == "get /api/live").Value;

        Assert.Equal("string", live.GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("text/event-stream").GetProperty("schema").Text("type"));
        Assert.All((string[])["`hello`", "`change`", "`ping`"],
            name => Assert.Contains(name, live.Text("description")!, StringComparison.Ordinal));
        Assert.DoesNotContain("SseItem", (await Declared.Document).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_parameter_is_called_as_the_fields_are()
    {
        var names = (await Operations()).Where(o => o.Value.TryGetProperty("parameters", out _))
            .SelectMany(o => o.Value.GetProperty("parameters").EnumerateArray())
            .Where(p => p.Text("in") != "header").Select(p => p.Text("name")!);

        Assert.All(names, name => Assert.True(char.IsAsciiLetterLower(name[0]), name));
    }

    [Fact]
    public async Task Every_operation_says_whether_it_needs_the_cookie_of_a_session()
    {
        var scheme = (await Declared.Document)
            .GetProperty("components").GetProperty("securitySchemes").GetProperty("session");

        Assert.Equal(("apiKey", "cookie", "__Host-baton"),
            (scheme.Text("type"), scheme.Text("in"), scheme.Text("name")));
        foreach (var (name, operation) in await Operations())
        {
            var isNeeded = operation.GetProperty("responses").TryGetProperty("401", out var refusal)
                && (await Declared.Resolve(refusal))
                    .Text("description")!.Contains("`sign-in-needed`", StringComparison.Ordinal);
            Assert.True(isNeeded
                == (operation.TryGetProperty("security", out var need) && need[0].TryGetProperty("session", out _)),
                name);
        }
    }

    /// <summary>Rule 10: whatever could tell when somebody was there, typed or read has no word in the API.</summary>
    [Fact]
    public async Task Nothing_is_called_as_presence_reading_or_typing_would_be()
    {
        var document = await Declared.Document;
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name);
        var parameters = (await Operations()).Where(o => o.Value.TryGetProperty("parameters", out _))
            .SelectMany(o => o.Value.GetProperty("parameters").EnumerateArray()).Select(p => p.Text("name")!);
        var words = Names(document.GetProperty("components").GetProperty("schemas")).Concat(paths).Concat(parameters)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("hoursAssumed", words);
        Assert.Contains("withinTwoHours", words);
        Assert.DoesNotContain(words, word => Watching().IsMatch(word));
    }

    [Theory]
    [InlineData("lastSeenAt")]
    [InlineData("isOnline")]
    [InlineData("typing")]
    [InlineData("readMarks")]
    [InlineData("/api/presence/{personId}")]
    [InlineData("activeNow")]
    public void What_would_watch_somebody_is_known_by_its_name(string word) => Assert.Matches(Watching(), word);

    [GeneratedRegex(
        @"(last_?(seen|active|login|read|opened)|online|presence|typing|idle_?since|active_?now|un_?read|"
        + @"opened_by_me|seen_?(at|by)|read_?(at|by|mark|receipt|position|until|up_?to))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Watching();

    /// <summary>Of schemas, their properties and the values of their enumerations.</summary>
    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .SelectMany(one => one.Name is "description" or "example" ? [] : Names(one.Value).Prepend(one.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static async Task<IReadOnlyList<(string Name, JsonElement Value)>> Operations() =>
    [
        .. from path in (await Declared.Document).GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           select ($"{operation.Name} {path.Name}", operation.Value),
    ];
}
