using System.Diagnostics;

namespace Baton.Server.Tests;

/// <summary>The program as a shell starts it.</summary>
public sealed class CommandsTests
{
    [Theory]
    [InlineData("srve", "srve")]
    [InlineData("migrate extra", "extra")]
    [InlineData("--url=http://localhost:1 srve", "srve")]
    public async Task What_the_program_does_not_know_ends_it_with_one_line(string arguments, string word)
    {
        var (code, _, error) = await Baton(arguments);

        Assert.Equal(1, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"baton knows no \"{word}\".", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor --data=/nowhere/from-the-command-line", "/nowhere/from-the-command-line")]
    [InlineData("doctor --data /nowhere/from-the-command-line", "/nowhere/from-the-command-line")]
    [InlineData("doctor", "/nowhere/from-the-environment")]
    public async Task The_command_line_wins_over_the_environment(string arguments, string folder)
    {
        var (_, output, _) = await Baton(arguments, ("BATON_DATA", "/nowhere/from-the-environment"));

        Assert.Contains($"{folder} is not there", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_work_is_named()
    {
        var (code, _, error) = await Baton("doctor --database=nonsense");

        Assert.Equal(2, code);
        Assert.Contains("BATON_DATABASE", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Baton(string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "baton"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
