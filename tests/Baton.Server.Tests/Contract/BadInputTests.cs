using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Contract;

/// <summary>
/// What every operation answers to bad input, tried on all that the API's own document lists: an operation that is
/// added later is tried by itself.
/// </summary>
public sealed class BadInputTests
{
    // Whoever has no account yet comes in by these.
    private static readonly string[] Open =
    [
        "GET /api/setup", "POST /api/setup", "POST /api/sessions", "POST /api/password-resets",
        "PUT /api/password-resets",
        "POST /api/email-confirmations", "POST /api/password-strength", "POST /api/invitation-previews",
        "POST /api/joinings", "GET /api/calendar-feeds/{secret}.ics",
    ];

    // What an unknown id is not told apart by: leaving a space that one is not in is done already, and an entry of a
    // calendar is made by writing it; a feed is read by whoever knows its secret.
    private static readonly string[] Silent =
    [
        "DELETE /api/spaces/{spaceId}/members/{personId}", "PUT /api/me/calendar/{entryId}",
        "PUT /api/me/push-subscriptions/{subscriptionId}",
        "GET /api/calendar-feeds/{secret}.ics",
    ];

    [Fact]
    public async Task A_stranger_gets_401_everywhere_else()
    {
        await using var app = await TestApp.Start();
        var stranger = app.Stranger();
        var failures = new List<string>();
        foreach (var operation in await Operations(app))
        {
            var answer = await Send(stranger, operation, Somewhere(operation),
                operation.Body is null ? null : operation.Sample().ToJsonString());
            var isOpen = answer.StatusCode != HttpStatusCode.Unauthorized || operation.Name == "POST /api/sessions";
            if (isOpen != Open.Contains(operation.Name, StringComparer.Ordinal))
            {
                failures.Add($"{operation.Name}: {(int)answer.StatusCode}");
            }
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task What_is_no_JSON_or_has_an_unknown_field_gets_400_with_its_name()
    {
        await using var app = await TestApp.Start();
        var failures = new List<string>();
        foreach (var operation in (await Operations(app)).Where(o => o.Body is not null))
        {
            var path = Somewhere(operation);
            await Expect(400, null, operation, path, """{"id":""", app.Ben, failures);
            await Expect(400, null, operation, path, "[]", app.Ben, failures);
            await Expect(400, "body", operation, path, "null", app.Ben, failures);
            await Expect(400, "body", operation, path, "", app.Ben, failures);
            await Expect(400, "surprise", operation, path, """{"surprise":1}""", app.Ben, failures);
            await Expect(415, null, operation, path, "a=b", app.Ben, failures, "application/x-www-form-urlencoded");
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_gets_400_with_the_fields_name()
    {
        await using var app = await TestApp.Start();
        var failures = new List<string>();
        foreach (var operation in (await Operations(app)).Where(o => o.Body is not null))
        {
            foreach (var (field, schema) in operation.Fields)
            {
                JsonNode[] wrongs = ApiOperation.IsArray(schema)
                    ? ["text", new JsonObject(), 1]
                    : [new JsonArray(1), new JsonObject { ["no"] = 1 }, 1.5, ApiOperation.IsText(schema)
                        ? true
                        : "text"];
                foreach (var wrong in wrongs)
                {
                    var body = operation.Sample();
                    body[field] = wrong.DeepClone();
                    await Expect(400, field, operation, Somewhere(operation), body.ToJsonString(), app.Ben, failures);
                }
            }
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_mine_gets_404()
    {
        await using var app = await TestApp.Start();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        foreach (var operation in (await Operations(app))
            .Where(o => o.Path.Contains('{', StringComparison.Ordinal)
                && !Silent.Contains(o.Name, StringComparer.Ordinal)))
        {
            var body = operation.Body is null ? null : operation.Sample().ToJsonString();
            var nowhere = await Send(app.Ben.Browser, operation, Somewhere(operation), body);
            // Of the people of the workspace everybody knows that they are there; what may be done with them is a
            // matter of rights.
            var isHidden = !operation.Path.StartsWith("/api/people/", StringComparison.Ordinal);
            if (nowhere.StatusCode != HttpStatusCode.NotFound && isHidden)
            {
                failures.Add(
                    $"{operation.Name} nowhere: {(int)nowhere.StatusCode} {await nowhere.Content.ReadAsStringAsync()}");
            }

            var foreign = await Send(app.Mallory.Browser, operation, stage.Fill(operation), body);
            if (foreign.StatusCode != HttpStatusCode.NotFound && isHidden)
            {
                failures.Add($"{operation.Name} as Mallory: {(int)foreign.StatusCode} {await foreign.Content.ReadAsStringAsync()}");
            }
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task Nothing_that_can_be_sent_is_an_error_of_the_server()
    {
        await using var app = await TestApp.Start();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        foreach (var operation in (await Operations(app)).Where(o => o.Body is not null))
        {
            foreach (var (field, schema) in operation.Fields)
            {
                foreach (var value in HostileValues.For(schema))
                {
                    var body = operation.Sample();
                    body[field] = "placeholder";
                    var json = body.ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal);
                    await NoError(operation, stage.Fill(operation), json, app.Ben, failures);
                }
            }
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task Nor_is_anything_that_can_be_asked()
    {
        await using var app = await TestApp.Start();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        foreach (var operation in (await Operations(app)).Where(o => !o.IsWrite && o.Path != "/api/live"))
        {
            foreach (var query in operation.Queries)
            {
                foreach (var value in (string[])["", "x", "-1", "0", "1.5", "99999999999999999999", "%00", "%F0%9F",
                    "'\"><script>", "YXw", "fA", "MHww", "OTk5OTk5OTk5OTk5OTk5OTk5OXww", new string('x', 5000)])
                {
                    await NoError(operation,
                        $"{stage.Fill(operation)}{(operation.Required.Length > 0 ? '&' : '?')}{query}={value}", null,
                        app.Ben, failures);
                }
            }
        }

        foreach (var emoji in (string[])["x", "%F0%9F%91%8D%F0%9F%91%8D", new string('x', 3000), "%E2%80%AE"])
        {
            var path = $"/api/messages/{stage.Ids["messageId"]}/reactions/{emoji}";
            Assert.True((await app.Ben.Put(path)).StatusCode is HttpStatusCode.BadRequest
                or HttpStatusCode.NotFound, emoji);
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task Too_many_ids_are_refused()
    {
        await using var app = await TestApp.Start();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        foreach (var operation in (await Operations(app)).Where(o => o.Body is not null))
        {
            foreach (var (field, _) in operation.Fields.Where(f => ApiOperation.IsArray(f.Schema)))
            {
                var body = operation.Sample();
                body[field] = new JsonArray(
                    [.. Enumerable.Range(0, 10_000).Select(_ => (JsonNode)Guid.CreateVersion7().ToString())]);
                if (operation.Name == "POST /api/changes")
                {
                    body[field] =
                        new JsonArray([.. Enumerable.Range(0, 10_000)
                            .Select(_ => (JsonNode)new JsonObject
                            {
                                ["id"] = Guid.CreateVersion7().ToString(),
                                ["after"] = 0,
                            })]);
                }

                await Expect(400, field, operation, stage.Fill(operation), body.ToJsonString(), app.Ada, failures);
            }
        }

        AssertNone(failures);
    }

    [Fact]
    public async Task An_id_of_zeros_is_no_id_that_somebody_made()
    {
        await using var app = await TestApp.Start();
        var stage = await Stage.Set(app);
        var failures = new List<string>();
        foreach (var operation in (await Operations(app)).Where(o => o.Method == HttpMethod.Post && o.Body is not null))
        {
            foreach (var (field, _) in operation.Fields.Where(f => f.Name is "id" or "messageId"))
            {
                var body = operation.Sample();
                body[field] = Guid.Empty.ToString();
                await Expect(400, field, operation, stage.Fill(operation), body.ToJsonString(), app.Ada, failures);
            }
        }

        await app.Ada.Browser.PostAsync($"/api/spaces/{app.Launch}/attachments?id={Guid.Empty}&name=a.txt",
            new ByteArrayContent([1])).Refused(400, "invalid", "id");
        AssertNone(failures);
    }

    private static async Task NoError(
        ApiOperation operation, string path, string? body, Cast person, List<string> failures)
    {
        var answer = await Send(person.Browser, operation, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        var isNamed = answer.StatusCode != HttpStatusCode.BadRequest
            || JsonElement.Parse(text).GetProperty("errors").EnumerateObject().Any();
        if ((int)answer.StatusCode >= 500 || !isNamed)
        {
            failures.Add($"{operation.Method} {Short(path)} {Short(body)}: {(int)answer.StatusCode} {Short(text)}");
        }
    }

    private static async Task Expect(
        int status,
        string? field,
        ApiOperation operation,
        string path,
        string body,
        Cast person,
        List<string> failures,
        string type = "application/json")
    {
        var answer = await Send(person.Browser, operation, path, body, type);
        var text = await answer.Content.ReadAsStringAsync();
        var names = (int)answer.StatusCode == 400
            ? JsonElement.Parse(text).GetProperty("errors").EnumerateObject().Select(e => e.Name).ToList()
            : [];
        if (status != (int)answer.StatusCode
            || (status == 400 && names.Count == 0)
            || (field is not null
                && !names.Exists(n => n == field
                    || n.StartsWith($"{field}.", StringComparison.Ordinal)
                    || n.StartsWith($"{field}[", StringComparison.Ordinal))))
        {
            failures.Add($"{operation.Method} {operation.Path} {Short(body)}: {(int)answer.StatusCode} {Short(text)}");
        }
    }

    private static string Short(string? text) => text is { Length: > 200 } ? $"{text[..200]}…" : text ?? "";

    private static async Task<HttpResponseMessage> Send(
        HttpClient browser, ApiOperation operation, string path, string? body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(operation.Method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }
        else if (operation.Name == "PUT /api/me/picture")
        {
            request.Content = new ByteArrayContent([1]);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        }

        return await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The path with ids that nothing has.</summary>
    private static string Somewhere(ApiOperation operation) =>
        Stage.Fill(operation, _ => Guid.CreateVersion7().ToString());

    private static async Task<IReadOnlyList<ApiOperation>> Operations(TestApp app) =>
        ApiOperation.Of(JsonElement.Parse(await app.Stranger().GetStringAsync("/api/openapi.json")));

    private static void AssertNone(List<string> failures) =>
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(60)));
}
