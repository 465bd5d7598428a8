namespace Baton.Server.Data.Demo;

/// <summary>The space Support, and what Ada and Mei have between them.</summary>
internal sealed class SupportStory(DemoTeam team)
{
    public async Task Play()
    {
        var (ada, ben, mei, nia) = (team.Ada, team.Ben, team.Mei, team.Nia);
        var id = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await nia.Post("/spaces", new
        {
            id,
            kind = "group",
            name = "Support",
            key = "SUP",
            emoji = "🧭",
            colour = "amber",
            description = "What hikers write to us, and what we make of it.",
            personIds = new[] { ada.Id, ben.Id },
        });
        var board = new DemoBoard(team, id);
        await board.Open(nia);
        await board.AddLabel(nia, "billing", "green");
        await board.AddLabel(nia, "map error", "orange");
        await board.Add(nia, "To do",
            "The path above the reservoir is closed until spring", labels: ["map error"], assignees: [nia], due: 2);
        await board.Add(nia, "Doing", "Two hikers were charged twice in October",
            "Both paid by bank transfer on the last day of the month.", "high", labels: ["billing"],
            assignees: [nia, ben], due: 0);
        await board.Add(nia, "To do", "Write the answer to “can I share my region with my son?”", assignees: [nia]);
        await nia.Say(board.Space,
            "New here: every question that comes twice becomes a task, every answer that we give twice becomes a page.");

        var direct = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await ada.Post("/spaces", new { id = direct, kind = "direct", personIds = new[] { mei.Id } });
        await ada.Say($"/spaces/{direct}",
            "I am away Thursday and Friday. The prices are yours to decide if it cannot wait.");
        await mei.Say($"/spaces/{direct}", "It can wait. Enjoy the sea.");
    }
}
