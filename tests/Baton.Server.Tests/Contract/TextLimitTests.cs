using System.Text;
using System.Text.Json;
using Baton.Server.Tests.Support;

namespace Baton.Server.Tests.Contract;

/// <summary>What the document says of a text's length is what the entity holds it to.</summary>
public sealed class TextLimitTests
{
    [Fact]
    public async Task A_text_may_be_as_long_as_the_document_says_and_not_longer()
    {
        await using var app = await TestApp.Start();
        var schemas = (await app.Ada.Read("/api/openapi.json")).GetProperty("components").GetProperty("schemas");
        var board = await Board.Of(app.Ada, app.Launch);
        var task = (await board.Task(app.Ada)).Id();
        var label = await board.Label(app.Ada);
        var step = await Board.Step(app.Ada, task);
        var topic = await app.Ada.Opened(app.Launch);

        var writes = new (string Request, string Property, HttpMethod Method, string Path, object Others)[]
        {
            ("EditProfile", "name", HttpMethod.Patch, "/api/me", new { }),
            ("EditProfile", "roleText", HttpMethod.Patch, "/api/me", new { }),
            ("EditWorkspace", "name", HttpMethod.Patch, "/api/workspace", new { }),
            ("CreateSpace", "name", HttpMethod.Post, "/api/spaces", new { id = Guid.CreateVersion7(), kind = "group" }),
            ("EditSpace", "name", HttpMethod.Patch, $"/api/spaces/{app.Launch}", new { }),
            ("EditSpace", "description", HttpMethod.Patch, $"/api/spaces/{app.Launch}", new { }),
            ("EditSpace", "key", HttpMethod.Patch, $"/api/spaces/{app.Launch}", new { }),
            ("CreateList", "name", HttpMethod.Post,
                $"/api/spaces/{app.Launch}/lists", new { id = Guid.CreateVersion7(), orderKey = "a9" }),
            ("ChangeList", "name", HttpMethod.Patch, $"/api/lists/{board.ToDo}", new { }),
            ("CreateLabel", "name", HttpMethod.Post,
                $"/api/spaces/{app.Launch}/labels", new { id = Guid.CreateVersion7(), colour = "blue" }),
            ("ChangeLabel", "name", HttpMethod.Patch, $"/api/labels/{label}", new { }),
            ("CreateTask", "title", HttpMethod.Post, $"/api/spaces/{app.Launch}/tasks",
                new { id = Guid.CreateVersion7(), listId = board.ToDo, orderKey = "a9" }),
            ("ChangeTask", "title", HttpMethod.Patch, $"/api/tasks/{task}", new { }),
            ("ChangeTask", "description", HttpMethod.Patch, $"/api/tasks/{task}", new { }),
            ("AddChecklistItem", "text",
                HttpMethod.Post, $"/api/tasks/{task}/checklist", new { id = Guid.CreateVersion7(), orderKey = "a9" }),
            ("ChangeChecklistItem", "text", HttpMethod.Patch, $"/api/tasks/{task}/checklist/{step}", new { }),
            ("OpenTopic", "title", HttpMethod.Post, $"/api/spaces/{app.Launch}/topics",
                new { id = Guid.CreateVersion7(), messageId = Guid.CreateVersion7(), body = "Or not?" }),
            ("RenameTopic", "title", HttpMethod.Patch, $"/api/topics/{topic}", new { }),
            ("WriteMessage",
                "body", HttpMethod.Post, $"/api/topics/{topic}/messages", new { id = Guid.CreateVersion7() }),
        };
        foreach (var (request, property, method, path, others) in writes)
        {
            var max = schemas.GetProperty($"{request}Request")
                .GetProperty("properties").GetProperty(property).GetProperty("maxLength").GetInt32();

            await Send(max + 1).Refused(400, "invalid", property);
            await Send(max).Body();

            Task<HttpResponseMessage> Send(int length)
            {
                var body = JsonSerializer.SerializeToNode(others)!.AsObject();
                body[property] = new string('A', length);
                return app.Ada.Browser.SendAsync(new HttpRequestMessage(method, path)
                {
                    Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
                });
            }
        }
    }
}
