using System.Text.RegularExpressions;
using NetArchTest.Rules;

namespace Baton.Server.Tests.Architecture;

public sealed partial class LayoutTests
{
    // Which feature may lean on which. A new arrow is a decision: add it here, in the same commit that needs it.
    private static readonly Dictionary<string, string[]> Leans = new(StringComparer.Ordinal)
    {
        ["Accounts"] = [],
        ["Spaces"] = ["Accounts"],
        ["Attention"] = ["Accounts", "Spaces"],
        ["Attachments"] = ["Accounts", "Spaces"],
        ["Messages"] = ["Accounts", "Spaces", "Attention", "Attachments"],
        ["Topics"] = ["Accounts", "Spaces", "Attention", "Messages", "Tasks"],
        ["People"] = ["Accounts", "Spaces", "Attention", "Messages", "Topics", "Tasks"],
        ["Joining"] = ["Accounts", "Spaces"],
        ["Tasks"] = ["Accounts", "Spaces", "Attention", "Attachments", "Messages"],
        ["Sync"] = ["Accounts", "Spaces", "Attention", "Tasks", "Messages", "Topics"],
    };

    // Who reads messages, topics, tasks, files or changes past the doors, and why that shows nobody anything. A new
    // reader is a decision: add it here, in the same commit that needs it.
    private static readonly Dictionary<string, string> PastTheDoors = new(StringComparer.Ordinal)
    {
        ["Attachments/ForgetLooseAttachments.cs"] = "a job",
        ["Attachments/SweepBlobs.cs"] = "a job",
        ["Attachments/UploadAttachment.cs"] = "a repeat, answered only to who uploaded it",
        ["Attention/Delivery/AuditQuiet.cs"] = "a job",
        ["Messages/DeleteMessage.cs"] = "of a message that came through the door",
        ["Messages/EraseDeletedMessages.cs"] = "a job",
        ["Messages/MessageResponse.cs"] = "of messages that came through a door",
        ["Messages/MessagesSnapshot.cs"] = "where the newest begin; what is shown is seen from the seat",
        ["Messages/NewMessage.cs"] = "a repeat, answered only to who posted it",
        ["Messages/ReadMessages.cs"] = "MessageStream shows what is seen from the seat",
        ["People/ForgetName.cs"] = "a job",
        ["Sync/ReadChanges.cs"] = "of the seat's space; what is older is withheld",
        ["Sync/Stretch.cs"] = "of the spaces of my seats; what is older is withheld",
        ["Tasks/CommentOnTask.cs"] = "MessageStream shows what is seen from the seat",
        ["Tasks/NewTask.cs"] = "a repeat, answered only to who made it",
        ["Tasks/Checklists/SpreadChecklist.cs"] = "a job",
        ["Tasks/SpreadTasks.cs"] = "a job",
        ["Tasks/TasksWithParts.cs"] = "of tasks that are seen from the seat",
        ["Tasks/WholeTask.cs"] = "of a task that came through the door",
        ["Topics/OpenTopic.cs"] = "a repeat, answered only to who opened it",
        ["Topics/ReadTopic.cs"] = "MessageStream shows what is seen from the seat",
    };

    public static TheoryData<string> Features => [.. Leans.Keys];

    [Fact]
    public void The_kernel_knows_no_feature() =>
        Refuse("Baton.Server.Kernel", ["Baton.Server.Features", "Baton.Server.Data"]);

    [Theory, MemberData(nameof(Features))]
    public void A_feature_leans_only_on_those_it_names(string feature) =>
        Refuse(
            $"Baton.Server.Features.{feature}",
            [.. Leans.Keys
                .Where(other => other != feature && !Leans[feature].Contains(other, StringComparer.Ordinal))
                .Select(other => $"Baton.Server.Features.{other}")]);

    [Fact]
    public void Every_feature_folder_is_listed()
    {
        var found = typeof(Program).Assembly.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith("Baton.Server.Features.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[3])
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(Leans.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Rule 4: what lies in a space is loaded through the person, by a door (…Access) or seen from their seat.
    /// </summary>
    [Fact]
    public void Nobody_else_reads_past_the_doors()
    {
        var readers = Sources()
            .Where(source => !source.Path.EndsWith("Access.cs", StringComparison.Ordinal)
                && Reading().IsMatch(source.Text))
            .Select(source => source.Path);

        Assert.Equal(PastTheDoors.Keys.Order(StringComparer.Ordinal), readers.Order(StringComparer.Ordinal));
    }

    /// <summary>Announced without its item, a change would reach those who may not look back so far.</summary>
    [Fact]
    public void Every_change_of_a_message_a_topic_or_a_task_is_announced_with_it()
    {
        var without = Sources()
            .SelectMany(source => AnnouncedWithoutItem()
                .Matches(source.Text).Select(match => $"{source.Path}: {match.Value}"));

        Assert.Empty(without);
    }

    /// <summary>Whoever could make a permit could reach somebody past the gate.</summary>
    [Fact]
    public void Only_the_gate_makes_permits_and_writes_down_what_was_emitted()
    {
        var others = Sources()
            .Where(source => source.Path != "Attention/Delivery/Gate.cs" && PastTheGate().IsMatch(source.Text))
            .Select(source => source.Path);

        Assert.Empty(others);
        Assert.Equal(
            ["Attention/Asks/Acts.cs"],
            Sources().Where(source => source.Text.Contains("\"inbox.", StringComparison.Ordinal)).Select(s => s.Path));
    }

    /// <summary>
    /// Whoever could send could reach somebody past their hours. What people ask for themselves is mailed at once.
    /// </summary>
    [Fact]
    public void Nobody_sends_but_the_channels_and_what_a_person_asks_for_themselves()
    {
        var mailing = Sources()
            .Where(source => source.Text.Contains("mailer.Send(", StringComparison.Ordinal))
            .Select(source => source.Path);

        Assert.Equal(
            [
                "Accounts/MailEmailConfirmation.cs", "Accounts/MailPasswordReset.cs",
                "Attention/Channels/MailDigest.cs", "Joining/MailInvitation.cs",
            ],
            mailing.Order(StringComparer.Ordinal));
        Assert.All(
            Sources().Where(source => source.Text.Contains("PushSender", StringComparison.Ordinal)),
            source => Assert.StartsWith("Attention/Channels/", source.Path, StringComparison.Ordinal));
    }

    /// <summary>A channel that took no permit could be used without the gate.</summary>
    [Fact]
    public void Every_channel_takes_a_permit()
    {
        var channels = Sources()
            .Where(source => source.Path.StartsWith("Attention/Channels/", StringComparison.Ordinal)
                && ChannelSends().IsMatch(source.Text))
            .ToList();

        Assert.NotEmpty(channels);
        Assert.All(
            channels,
            source => Assert.Matches(@"Send\(\s*DeliveryPermit permit", source.Text));
    }

    private static IEnumerable<(string Path, string Text)> Sources()
    {
        var features = Path.Combine(Repository.Root, "src", "Baton.Server", "Features");
        return Directory.EnumerateFiles(features, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(features, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    [GeneratedRegex(@"(?<!Seen\()db\.(Messages|Topics|Tasks|Attachments|Changes)\b(?!(\.AsNoTracking\(\))?\.(SeenFrom|Add|AddRange|Remove|RemoveRange)\()", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();

    [GeneratedRegex(@"new DeliveryPermit\(|Gate\.Seal\.Of|Batches\.Add|Batch\.Of\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PastTheGate();

    [GeneratedRegex(@"(mailer|sender)\.Send\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChannelSends();

    [GeneratedRegex(@"Announce\(\s*[\w.]*[sS]paceId,\s*""(message|topic|task|checklist)\.\w+""",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnnouncedWithoutItem();

    private static void Refuse(string from, string[] to)
    {
        var result = Types.InAssembly(typeof(Program).Assembly)
            .That().ResideInNamespaceStartingWith(from)
            .ShouldNot().HaveDependencyOnAny(to)
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join('\n', result.FailingTypeNames ?? []));
    }
}
