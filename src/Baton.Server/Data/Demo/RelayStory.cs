using System.Text.Json;

namespace Baton.Server.Data.Demo;

/// <summary>
/// A question that goes round the world: each gets it in their own morning, with a day of their own to answer. One
/// takes it, one hands it on, of one the time is over, and nobody is woken.
/// </summary>
internal sealed class RelayStory(DemoTeam team, string space)
{
    private const string Question = "Do we print the danger texts on waterproof paper?";

    private DemoPerson Ada => team.Ada;

    private DemoPerson Ben => team.Ben;

    private DemoPerson Mei => team.Mei;

    private DemoPerson Nia => team.Nia;

    /// <summary>From Monday to Thursday, and long enough ago that the day after it is over too.</summary>
    private int DaysAgo => Enumerable.Range(2, 7)
        .First(days => team.End.AddDays(-days).DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday);

    public async Task Play()
    {
        await team.GoOnTo(DaysAgo, 7, 50);
        var topic = Guid.CreateVersion7(team.Clock.GetUtcNow());
        var asked = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await Ada.Post($"{space}/topics", new
        {
            id = topic,
            title = Question,
            messageId = asked,
            body = "The mountain rescue wants copies for the huts. It costs three times as much as plain paper. "
                + "A day of your own time is enough, nobody needs to hurry.",
            envelope = new
            {
                addressees = new[] { team.Gus, Ben, Mei }
                    .Select(person => new { personId = person.Id, role = "answer" }),
                urgency = "inTime",
                respondIn = 480,
                effort = 10,
                ifSilent = "We print them on plain paper, in sleeves",
            },
        });

        await team.GoOnTo(DaysAgo, 16, 20);
        await Ben.Put($"/asks/{await AskOf(Ben, asked)}/commitment", new { at = team.Clock.GetUtcNow().AddHours(31) });
        await team.GoOnTo(DaysAgo - 1, 0, 30);
        await Mei.Put($"/asks/{await AskOf(Mei, asked)}/delegation", new
        {
            personId = Nia.Id,
            note = "You know the huts. I only know the paper.",
        });
        await team.GoOnTo(DaysAgo - 1, 7);
        await Nia.Say($"/topics/{topic}",
            "Waterproof. In March every plain sheet in the upper huts was pulp, sleeve or not.");
        await Nia.Put($"/asks/{await AskOf(Nia, asked)}/answer");
        await team.GoOnTo(DaysAgo - 1, 16, 40);
        await Ben.Say($"/topics/{topic}",
            "The printer in Golden does forty sheets for the price of thirty. Waterproof, then.");
        await Ben.Put($"/asks/{await AskOf(Ben, asked)}/answer");
    }

    /// <summary>Somebody's own part of a post, as their inbox has it.</summary>
    public static async Task<Guid> AskOf(DemoPerson who, Guid postId)
    {
        var inbox = await who.Get("/inbox?part=asks&unsealed=true&limit=100");
        return inbox.GetProperty("items").EnumerateArray().Single(IsOfPost).GetProperty("id").GetGuid();

        bool IsOfPost(JsonElement item) => item.GetProperty("post").GetProperty("id").GetGuid() == postId;
    }
}
