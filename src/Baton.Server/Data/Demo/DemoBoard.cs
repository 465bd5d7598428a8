using Baton.Server.Kernel.Text;

namespace Baton.Server.Data.Demo;

/// <summary>A space's board while the story is told: its lists by name, its labels, its tasks in order.</summary>
internal sealed class DemoBoard(DemoTeam team, Guid spaceId)
{
    private readonly Dictionary<string, Guid> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);
    private string? _lastButOne;
    private string? _lastList;

    public string Space => $"/spaces/{spaceId}";

    /// <summary>Learns the lists every new space has.</summary>
    public async Task Open(DemoPerson who)
    {
        foreach (var list in (await who.Get($"{Space}/snapshot")).GetProperty("lists")
            .EnumerateArray().OrderBy(l => l.GetProperty("orderKey").GetString(), StringComparer.Ordinal))
        {
            _lists[list.GetProperty("name").GetString()!] = list.GetProperty("id").GetGuid();
            (_lastButOne, _lastList) = (_lastList, list.GetProperty("orderKey").GetString());
        }
    }

    /// <summary>Adds a list just before the last one, which is where work is done.</summary>
    public async Task AddList(DemoPerson who, string name, string colour)
    {
        _lists[name] = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await who.Post($"{Space}/lists",
            new { id = _lists[name], name, colour, orderKey = OrderKey.Between(_lastButOne, _lastList) });
    }

    public Task Limit(DemoPerson who, string list, int wipLimit) =>
        who.Patch($"/lists/{_lists[list]}", new { wipLimit });

    public async Task AddLabel(DemoPerson who, string name, string colour)
    {
        _labels[name] = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await who.Post($"{Space}/labels", new { id = _labels[name], name, colour });
    }

    /// <summary>Adds a task at the end of a list.</summary>
    /// <param name="due">Days from the end of the story; negative is past.</param>
    public async Task<string> Add(
        DemoPerson who,
        string list,
        string title,
        string? description = null,
        string priority = "normal",
        int? due = null,
        string[]? labels = null,
        DemoPerson[]? assignees = null,
        string[]? checklist = null,
        int? estimateMinutes = null)
    {
        var id = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await who.Post($"{Space}/tasks", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["listId"] = _lists[list],
            ["orderKey"] = NextIn(list),
            ["title"] = title,
            ["description"] = description,
            ["priority"] = priority,
            ["assigneeIds"] = (assignees ?? []).Select(a => a.Id),
            ["labelIds"] = (labels ?? []).Select(l => _labels[l]),
            ["estimateMinutes"] = estimateMinutes,
            ["due"] = due is { } days
                ? new
                {
                    date = team.End.AddDays(days)
                    .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                }
                : null,
        });
        string? last = null;
        foreach (var item in checklist ?? [])
        {
            last = OrderKey.Between(last, null);
            await who.Post($"/tasks/{id}/checklist",
                new { id = Guid.CreateVersion7(team.Clock.GetUtcNow()), text = item, orderKey = last });
        }

        return $"/tasks/{id}";
    }

    public Task Move(DemoPerson who, string task, string list) =>
        who.Put($"{task}/position", new { listId = _lists[list], orderKey = NextIn(list) });

    public static Task Progress(DemoPerson who, string task, string state) =>
        who.Put($"{task}/assignees/{who.Id}", new { state });

    /// <summary>Ticks the first items of a task's checklist.</summary>
    public static async Task Tick(DemoPerson who, string task, int count)
    {
        foreach (var item in (await who.Get(task)).GetProperty("checklist").EnumerateArray().Take(count).ToList())
        {
            await who.Patch($"{task}/checklist/{item.GetProperty("id").GetGuid()}", new { done = true });
        }
    }

    private string NextIn(string list) => _last[list] = OrderKey.Between(_last.GetValueOrDefault(list), null);
}
