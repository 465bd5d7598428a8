using System.Text.Json;

namespace Baton.Server.Data.Demo;

/// <summary>The space Launch: three weeks before the new site of the trail maps goes live.</summary>
internal sealed class LaunchStory(DemoTeam team)
{
    private readonly Guid _id = Guid.CreateVersion7(team.Clock.GetUtcNow());

    private DemoPerson Ada => team.Ada;

    private DemoPerson Ben => team.Ben;

    private DemoPerson Mei => team.Mei;

    private DemoPerson Nia => team.Nia;

    private DemoPerson Gus => team.Gus;

    private string Space => $"/spaces/{_id}";

    public async Task Play()
    {
        await Ada.Post("/spaces", new
        {
            id = _id,
            kind = "group",
            name = "Launch",
            key = "WEB",
            emoji = "🥾",
            colour = "teal",
            description =
                "The new site of our trail maps. It goes live when a hiker without signal finds the way home.",
            personIds = new[] { Ben.Id, Mei.Id, Nia.Id },
        });
        await team.Join(Gus, "guest", "Europe/Berlin", "Translator", _id);
        var board = new DemoBoard(team, _id);
        await board.Open(Ada);
        await Furnish(board);
        await FirstWeek(board);
        await SecondWeek(board);
        await ThirdWeek(board);
        await Ada.Put($"{Space}/pin", new { orderKey = "a0" });
    }

    private async Task Furnish(DemoBoard board)
    {
        await board.AddList(Ada, "Review", "violet");
        await board.Limit(Ada, "Doing", 4);
        await board.AddLabel(Ada, "design", "pink");
        await board.AddLabel(Ada, "maps", "green");
        await board.AddLabel(Ada, "copy", "blue");
        await board.AddLabel(Ada, "bug", "red");
    }

    private async Task FirstWeek(DemoBoard board)
    {
        await team.GoOnTo(20, 10);
        await Ada.Say(Space,
            "Welcome to **Launch**. The board is the plan, topics are for questions, and this chat is for everything small. Nobody has to answer here tonight.");
        var tiles = await board.Add(Ben, "Doing", "Pick a tile format that works without signal", """
            We need one file per region that a phone can keep.

            - under 80 MB for a day's walk
            - contour lines readable in the rain
            - no server needed once it is downloaded
            """, "high", labels: ["maps"], assignees: [Ben], estimateMinutes: 480);
        var hero = await board.Add(Mei, "Doing", "First screen: where am I, where is the path",
            "Two questions, one glance, gloves on.", labels: ["design"], assignees: [Mei]);
        await team.GoOnTo(19, 16);
        var topic = await Open(Ben, "Which map tiles do we ship offline?", $"""
            I tried three formats on the ridge section, on a three-year-old phone:

            | format | size | first paint |
            | --- | --- | --- |
            | raster, 256 px | 212 MB | 0.4 s |
            | vector, one file | 61 MB | 0.9 s |
            | vector, tiled | 64 MB | 0.3 s |

            I lean to **vector, tiled**. {Mei.Mention}, can you live with our own symbols being drawn by the phone?
            """);
        await team.GoOnTo(18, 1);
        var yes = await Mei.Say(topic,
            "Yes. I would rather draw twelve symbols well than ship two hundred pictures. I will send the set before your Thursday morning.");
        await Ben.React(yes, "🙌");
        await team.GoOnTo(18, 9);
        await Ada.Say(topic, "Then tiled vector it is. 64 MB is under what Nia's hikers called *fine* in the survey.");
        await Ada.Put($"{topic}/closure", new
        {
            outcome = "decision",
            text = "We ship **tiled vector maps**, one file a region, with symbols of our own.",
        });
        await board.Move(Ben, tiles, "Done");
        await DemoBoard.Progress(Ben, tiles, "done");
        await Mei.Say(hero, "Sketches are in. Big numbers, one line, nothing that needs two hands.");
    }

    private async Task SecondWeek(DemoBoard board)
    {
        await team.GoOnTo(13, 8);
        var symbols = await board.Add(Mei, "Review", "Twelve symbols that survive rain", "Hut, spring, ford, ladder, danger, bus, and six more. Each must be told apart at 14 px in grey.",
            labels: ["design", "maps"], assignees: [Mei],
            checklist: ["Hut, spring, ford",
                "Ladder, danger, bus", "Six smaller ones", "Test in grey", "Test at 14 px"], due: 1);
        await DemoBoard.Tick(Mei, symbols, 4);
        var german = await board.Add(Ada, "Doing", "German texts of the first ten screens", "The words are in the description of each screen's task. Short before literal.",
            labels: ["copy"], assignees: [Gus], due: 2,
            checklist: ["Screens 1 to 5", "Screens 6 to 10", "Read aloud once"]);
        await team.GoOnTo(12, 13);
        await Gus.Say(german,
            "“Where is the path” is shorter than anything German has. I suggest **Zum Weg**. Is that too bold for a button?");
        await team.GoOnTo(12, 15);
        await Ada.Say(german, "Not too bold. Take it.");
        await DemoBoard.Progress(Gus, german, "doing");
        await DemoBoard.Tick(Gus, german, 1);
        var sync = await board.Add(Ben, "Doing", "Keep a region up to date over a bad line", "Only what changed, and never half of it. A cut line leaves the old map whole.", "highest",
            labels: ["maps"], assignees: [Ben, Ada], due: 3, estimateMinutes: 960,
            checklist: ["Difference between two versions",
                "Write to a side file, then swap", "Resume after a cut", "Measure on 2G"]);
        await DemoBoard.Tick(Ben, sync, 2);
        await DemoBoard.Progress(Ben, sync, "doing");
        await team.GoOnTo(11, 17);
        var naming = await Open(Ada, "What do we call the plan that costs nothing?",
            "“Free” sounds like a trial. It is not: it is the whole map of one region, for ever. What would a hiker call it?");
        await team.GoOnTo(10, 2);
        await Mei.Say(naming, "“Home trail”. Everybody has one.");
        await team.GoOnTo(10, 15);
        var like = await Ben.Say(naming, "I like *Home trail*. It also says what you get: one region, yours.");
        await Nia.React(like, "👍");
        await Gus.Say(naming, "In German: **Hausstrecke**. It works, and it smiles a little.");
        await team.GoOnTo(10, 16);
        var standing = await Ben.Say(Space,
            "The build on the test phones is from this morning now. If something looks odd, it is probably me: write it into `WEB`, not here.");
        await Nia.Say(Space, "Seen on the oldest phone we have: the first paint takes two seconds, then it is smooth.",
            threadId: standing);
        await Ben.Say(Space, "That is the symbols being drawn once. I will cache them.", threadId: standing);
    }

    private async Task ThirdWeek(DemoBoard board)
    {
        await team.GoOnTo(8, 9);
        await board.Add(Nia, "To do", "The compass turns the wrong way in the southern hemisphere",
            "Three hikers in Lesotho, all with the same phone. Pictures are in the topic.", "high", labels: ["bug"],
            assignees: [Ben], due: -1);
        await board.Add(Ada, "To do", "Write the page “How we make a map”",
            "One page, no adjectives. What we walk, what we measure, what we leave out.", labels: ["copy"],
            assignees: [Ada], due: 6);
        await board.Add(Mei, "To do", "Dark theme for night walks",
            "Red light, not blue. Must not blind the person behind.", "low", labels: ["design"], assignees: [Mei]);
        await board.Add(Ada, "To do", "Ask the mountain rescue to read the danger texts",
            labels: ["copy"], assignees: [Nia], due: 4);
        await board.Add(Ben, "To do", "Take the old server down",
            "Not before the new one has served a whole weekend.", "lowest");
        await board.Add(Nia, "To do", "Collect ten photographs of signposts from each region",
            labels: ["maps"], assignees: [Nia], checklist: ["Serra da Estrela", "Front Range", "Okutama", "Aberdares"]);
        var price = await board.Add(
            Ada, "Review", "Prices on one screen", assignees: [Ada, Ben], labels: ["design", "copy"], due: 0);
        await Ben.Say(price,
            "Reads well. One question: what happens to somebody who pays and then walks only at home?");
        var imprint = await board.Add(
            Ada, "Doing", "Imprint and privacy in plain words", assignees: [Ada], labels: ["copy"]);
        await board.Move(Ada, imprint, "Done");
        await team.GoOnTo(7, 8);
        var retro = await Open(Nia, "What did the beta walkers stumble over?", """
            Forty-one people walked with it for a week. What they wrote, by how often:

            1. *"I did not know that I was offline, and that is the best thing about it."* (12)
            2. The button for the way home is too close to the one that ends the walk. (9)
            3. The battery. (4)

            Number two is the one I would not launch with.
            """);
        await team.GoOnTo(7, 23);
        await Mei.Say(retro,
            "Agreed. I moved *end the walk* behind a long press and drew it again. See the new sketch on the board.");
        await team.GoOnTo(6, 9);
        var buttons = await board.Add(Ben, "Doing", "Keep “way home” and “end the walk” apart",
            "Long press to end. From the beta walkers.", "high", assignees: [Ben], labels: ["bug", "design"], due: 1);
        await DemoBoard.Progress(Ben, buttons, "doing");
        await Ada.Put($"{retro}/closure", new
        {
            outcome = "tasks",
            text = "One thing stops the launch: the two buttons. Mei has drawn it, Ben builds it.",
            taskIds = new[] { buttons.Split('/')[^1] },
        });
        await new RelayStory(team, Space).Play();
        await team.GoOnTo(1, 15);
        var thanks = await Nia.Say(Space,
            "The mountain rescue answered: they will read the danger texts, and they would like paper copies.");
        await Ada.React(thanks, "❤️");
        await Mei.React(thanks, "❤️");
        await team.GoOnTo(0, 1);
        await Mei.Say(Space,
            "Symbols are in review. I tested them wet, under the tap. The ford and the spring are still too alike, I draw the ford again tomorrow.");
        await Ask(Mei, Ada, "decide", "The ford as **two waves** or as **three dots**? Both read well at 14 px. I draw the last symbols with whichever you choose.",
            "Two waves it is");
        await Ask(Ada, Ben, "review", "The texts on the price screen are new since yesterday. Do they say what happens to somebody who walks only at home?");
    }

    private Task<JsonElement> Ask(DemoPerson who, DemoPerson whom, string role, string body, string? ifSilent = null) =>
        who.Post($"{Space}/messages", new
        {
            id = Guid.CreateVersion7(team.Clock.GetUtcNow()),
            body,
            envelope = new
            {
                addressees = new[] { new { personId = whom.Id, role } },
                urgency = "inTime",
                respondIn = 960,
                ifSilent,
            },
        });

    private async Task<string> Open(DemoPerson who, string title, string body)
    {
        var id = Guid.CreateVersion7(team.Clock.GetUtcNow());
        await who.Post($"{Space}/topics",
            new { id, title, messageId = Guid.CreateVersion7(team.Clock.GetUtcNow()), body });
        return $"/topics/{id}";
    }
}
