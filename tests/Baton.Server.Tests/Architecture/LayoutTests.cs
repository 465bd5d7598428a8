using NetArchTest.Rules;

namespace Baton.Server.Tests.Architecture;

public sealed class LayoutTests
{
    // Which feature may lean on which. A new arrow is a decision: add it here, in the same commit that needs it.
    private static readonly Dictionary<string, string[]> Leans = new(StringComparer.Ordinal)
    {
        ["Accounts"] = [],
        ["Spaces"] = ["Accounts"],
        ["Attachments"] = ["Accounts", "Spaces"],
        ["Messages"] = ["Accounts", "Spaces", "Attachments"],
        ["Topics"] = ["Accounts", "Spaces", "Messages", "Tasks"],
        ["People"] = ["Accounts", "Spaces"],
        ["Joining"] = ["Accounts", "Spaces"],
        ["Tasks"] = ["Accounts", "Spaces", "Attachments", "Messages"],
        ["Sync"] = ["Accounts", "Spaces", "Tasks", "Messages", "Topics"],
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

    private static void Refuse(string from, string[] to)
    {
        var result = Types.InAssembly(typeof(Program).Assembly)
            .That().ResideInNamespaceStartingWith(from)
            .ShouldNot().HaveDependencyOnAny(to)
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join('\n', result.FailingTypeNames ?? []));
    }
}
