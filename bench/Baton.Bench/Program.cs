using System.Globalization;
using Baton.Bench;
using Baton.Bench.Benches;

Promise[] all =
[
    new("post-message", "a whole POST of a chat message, alone and with 32 people at once", PostMessage.Run),
    new("create-task", "a whole POST of a task, alone and with 32 people at once", CreateTask.Run),
    new("move-task", "a whole PUT of a task's position, alone and with 32 people at once", MoveTask.Run),
    new("open-board", "the snapshot of a space with 500 open tasks", OpenBoard.Run),
    new("catch-up", "1,000 changes missed by a device that slept", CatchUp.Run),
    new("fan-out", "from a post to the slowest of 200 listeners, 10 posts a second", FanOut.Run),
    new("idle-listeners", "memory of the server with 1,000 listeners that hear nothing", IdleListeners.Run),
    new("ask-many", "a whole POST of a message that asks 500 people", AskMany.Run),
    new("read-inbox", "the first page of an inbox with 2,000 open items", ReadInbox.Run),
    new("deliver", "50,000 items due in one minute for 5,000 people", Deliver.Run),
    new("replan", "what is planned for 1,000 people after their zones have changed", Replan.Run),
    new("add-working-time", "when so much of somebody's working time will have passed", AddWorkingTime.Run),
    new("start", "from starting the program to its first answer", Start.Run),
    new("warm-open", "a board of 50,000 tasks that are on the device: reload, switch, drop a card", WarmOpen.Run),
    new("first-route", "what a browser fetches before the board stands", FirstRoute.Run),
];

if (args is ["--list"])
{
    foreach (var bench in all)
    {
        Console.WriteLine($"{bench.Name,-16} {bench.What}");
    }

    return 0;
}

var chosen = all.Where(bench => args.Length == 0 || args.Contains(bench.Name, StringComparer.Ordinal)).ToList();
if (args.Except(all.Select(bench => bench.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no bench \"{unknown}\"; ./dev bench --list names them.");
    return 2;
}

var report = new Report(Console.Out);
var busy = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
report.Says(string.Create(CultureInfo.InvariantCulture, $"machine: {Environment.ProcessorCount} processors, load {busy} before the first bench")
    + (busy > Environment.ProcessorCount / 2.0 ? ": others are busy here, so times say little" : ""));
try
{
    foreach (var bench in chosen)
    {
        bench.Run(report);
    }
}
catch (BenchException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

return report.AllMet ? 0 : 1;
