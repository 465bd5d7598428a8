using System.CommandLine;
using Baton.Server.Data;
using Baton.Server.Data.Demo;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Baton.Server;

/// <summary>The program's sub-commands; without one it serves.</summary>
internal static class Commands
{
    // As shells count it: 128 and the signal's number.
    private const int Interrupted = 130;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Baton: a workspace that is asynchronous by default.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        // Settings such as --url and --data go to the configuration as they are.
        root.SetAction((_, cancel) => Warned(args, Serve, cancel));
        root.Add(Sub("serve", "Serve the workspace (also without a sub-command).", Serve));
        root.Add(Sub("migrate", "Bring the database to this build's model, then end.", async (settings, cancel) =>
        {
            await using var app = BatonServer.Build(settings, quiet: true);
            using var held = await DataFolder.Hold(
                app.Services.GetRequiredService<IOptions<BatonSettings>>().Value, cancel);
            await Schema.Apply(app.Services, cancel);
            Console.WriteLine("The database is up to date.");
            return 0;
        }));
        root.Add(Sub("seed", "Put a demo team into an empty installation.",
            (settings, cancel) => DemoTeam.Seed(settings, Console.Out, cancel)));
        root.Add(Sub("doctor", "Examine the installation; says what to mend.", async (settings, cancel) =>
        {
            await using var app = BatonServer.Build(settings, quiet: true);
            return await Doctor.Examine(app.Services, Console.Out, cancel);
        }));
        root.Add(new Command("ledger", "What is recorded of asks and their answers.")
        {
            Sub("verify", "Check every ledger and every day's root; names the first break.", Verify),
        });
        root.Add(Hidden(Sub("openapi", "Print the API's OpenAPI document.", async (settings, cancel) =>
        {
            await using var app = BatonServer.Build(settings, quiet: true);
            await ApiDocument.Print(app, Console.Out, cancel);
            return 0;
        })));

        if (Stray(args, root) is { } word)
        {
            var known = string.Join(", ", root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name));
            await Console.Error.WriteLineAsync(
                $"baton knows no \"{word}\". It knows {known}, and settings such as --url=http://localhost:5080.");
            return 1;
        }

        try
        {
            return await root.Parse(args)
                .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failed) when (StartFailure.SentenceFor(failed) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Broken off. What was begun can be done again.");
            return Interrupted;
        }
    }

    /// <summary>
    /// The first word that is neither a sub-command, a setting (<c>--url=…</c>, <c>url=…</c>) nor the value of one
    /// (<c>--url …</c>).
    /// </summary>
    internal static string? Stray(string[] args, RootCommand root)
    {
        var words = args.AsSpan(Depth(args, root));
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].Contains('=', StringComparison.Ordinal) || IsSwitch(words[at]))
            {
                continue;
            }

            if (at == 0
                || !words[at - 1].StartsWith("--", StringComparison.Ordinal)
                || words[at - 1].Contains('=', StringComparison.Ordinal))
            {
                return words[at];
            }
        }

        return null;
    }

    /// <summary>How many words at the beginning name a sub-command.</summary>
    private static int Depth(string[] args, Command command) =>
        command.Subcommands.FirstOrDefault(c => c.Name == args.FirstOrDefault()) is { } named
            ? 1 + Depth(args[1..], named)
            : 0;

    private static bool IsSwitch(string word) => word.StartsWith('-') || word is "/?" or "/h";

    private static Command Sub(string name, string description, Func<string[], CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => Warned([.. parsed.UnmatchedTokens], run, cancel));
        return command;
    }

    private static Command Hidden(Command command)
    {
        command.Hidden = true;
        return command;
    }

    private static async Task<int> Warned(
        string[] settings, Func<string[], CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        foreach (var warning in SettingsCheck.Unknown(settings))
        {
            await Console.Error.WriteLineAsync(warning);
        }

        return await run(settings, cancel);
    }

    private static async Task<int> Verify(string[] settings, CancellationToken cancel)
    {
        await using var app = BatonServer.Build(settings, quiet: true);
        return await VerifyLedger.Run(app.Services, Console.Out, cancel);
    }

    private static async Task<int> Serve(string[] settings, CancellationToken cancel)
    {
        var started = false;
        // The host writes what kept it from starting with its stack; the one line for it is said where it is caught.
        await using var app = BatonServer.Build(
            settings,
            adapt: builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host",
                level => started && level >= LogLevel.Information));
        var chosen = app.Services.GetRequiredService<IOptions<BatonSettings>>().Value;
        DataFolder.Require(chosen.Data);
        using var held = await DataFolder.Hold(chosen, cancel);
        if (chosen.Migrate)
        {
            await Schema.Apply(app.Services, cancel);
        }

        try
        {
            await app.StartAsync(cancel);
        }
        catch
        {
            // What had begun before the failure ends before all it stands on is taken away.
            await app.StopAsync(CancellationToken.None);
            throw;
        }

        started = true;
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
