using System.Globalization;
using System.Text.Json;

namespace Baton.Bench;

/// <summary>
/// A workspace with one group space and as many members as a bench needs, each with a session of their own.
/// </summary>
public sealed class Team
{
    private const string Password = "wander-oboe-tangent-52";
    private readonly List<string> _cookies = [];
    private readonly BatonServer _server;
    private List<string>? _listIds;

    private Team(BatonServer server) => _server = server;

    public string SpaceId { get; } = NewId();

    /// <summary>The lists a new space has, in the order of the snapshot.</summary>
    public IReadOnlyList<string> ListIds => _listIds ??= ReadLists();

    public static Team Of(int people, BatonServer server)
    {
        var team = new Team(server);
        team.SetUp();
        team.Join(people - 1);
        return team;
    }

    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>
    /// A new connection signed in as a member; numbers beyond the team's size begin at the first again.
    /// </summary>
    public Wire Connect(int member = 0) => new(_server.Port, CookieOf(member));

    public string CookieOf(int member) => _cookies[member % _cookies.Count];

    private void SetUp()
    {
        using var stranger = new Wire(_server.Port, cookie: null);
        var set = Expect(stranger.Send("POST", "/api/setup", $$"""
            {"workspaceName":"Bench","name":"Ada","email":"ada@bench.test","password":"{{Password}}","zone":"Europe/Lisbon","language":"en"}
            """));
        _cookies.Add(SessionOf(set));

        using var ada = Connect();
        Expect(ada.Send("POST", "/api/spaces",
            $$"""{"id":"{{SpaceId}}","kind":"group","name":"Website","personIds":[]}"""));
    }

    private List<string> ReadLists()
    {
        using var ada = Connect();
        return [.. Json(Expect(ada.Get($"/api/spaces/{SpaceId}/snapshot"))).GetProperty("lists").EnumerateArray()
            .Select(list => list.GetProperty("id").GetString()!)];
    }

    private void Join(int people)
    {
        if (people == 0)
        {
            return;
        }

        using var ada = Connect();
        var invitation = Json(Expect(ada.Send("POST", "/api/invitations", $$"""
            {"id":"{{NewId()}}","role":"member","spaceIds":["{{SpaceId}}"],"spaceRole":"member","expiresAt":"{{TimeProvider.System.GetUtcNow().AddDays(1):O}}","uses":500,"email":null}
            """)));
        var code = invitation.GetProperty("link").GetString()!.Split('#')[1];

        using var stranger = new Wire(_server.Port, cookie: null);
        for (var number = 1; number <= people; number++)
        {
            var at = number.ToString(CultureInfo.InvariantCulture);
            _cookies.Add(SessionOf(Expect(stranger.Send("POST", "/api/joinings", $$"""
                {"code":"{{code}}","id":"{{Guid.CreateVersion7()}}","name":"Ben {{at}}","email":"ben{{at}}@bench.test","password":"{{Password}}","zone":"America/Denver","language":"en"}
                """))));
        }
    }

    /// <summary>The answer itself when it is a success; otherwise the bench ends with what the server said.</summary>
    public static Answer Expect(Answer answer) => answer.Status is >= 200 and < 300
        ? answer
        : throw new BenchException(
            $"The server answered {answer.Status}: {System.Text.Encoding.UTF8.GetString(answer.Body.Span)}");

    public static JsonElement Json(Answer answer) => JsonElement.Parse(answer.Body.Span);

    private static string SessionOf(Answer answer) =>
        (answer.Header("Set-Cookie") ?? throw new BenchException("The answer set no session cookie.")).Split(';')[0];
}
