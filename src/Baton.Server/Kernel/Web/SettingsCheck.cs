using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Baton.Server.Kernel.Web;

/// <summary>Reads the settings, refuses those that cannot work, and knows which names are none.</summary>
public static class SettingsCheck
{
    // The framework reads these from the same places, our own tools (tests, bench, pictures) those after them.
    private static readonly string[] Others =
    [
        "AllowedHosts", "ApplicationName", "ContentRoot", "DetailedErrors", "Environment", "Http_Ports", "Https_Ports",
        "Kestrel", "Logging",
        "ShutdownTimeoutSeconds", "Urls", "WebRoot", "Test_", "Bench_", "Pictures_",
    ];

    /// <exception cref="OptionsValidationException">
    /// A sentence for every setting that cannot work, naming it.
    /// </exception>
    public static BatonSettings Read(IConfiguration configuration)
    {
        List<string> malformed = [.. Names(typeof(BatonSettings))
            .Select(s => FaultOf(s.Key, s.Type, configuration[s.Key])).OfType<string>()];
        Require(malformed);
        var settings = new BatonSettings();
        configuration.Bind(settings);
        Require([.. FaultsIn(settings)]);
        return settings;
    }

    /// <summary>
    /// A sentence for every name in the environment (<c>BATON_…</c>) and on the command line that no setting has.
    /// </summary>
    public static IEnumerable<string> Unknown(string[] args)
    {
        var known = Names(typeof(BatonSettings)).Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var written = new ConfigurationBuilder().AddEnvironmentVariables("BATON_").AddCommandLine(args).Build();
        return written.AsEnumerable()
            .Where(s => !string.IsNullOrEmpty(s.Value)
                && !known.Contains(s.Key)
                && !Others.Any(o => s.Key.StartsWith(o, StringComparison.OrdinalIgnoreCase)))
            .Select(s =>
                $"Baton has no setting {NameOf(s.Key)} and takes no notice of it; docs/operating.md lists those it has.");
    }

    private static void Require(List<string> faults)
    {
        if (faults.Count > 0)
        {
            throw new OptionsValidationException("", typeof(BatonSettings), faults);
        }
    }

    private static IEnumerable<(string Key, Type Type)> Names(Type type, string before = "") =>
        from property in type.GetProperties()
        where property.CanWrite
        from name in property.PropertyType.DeclaringType == typeof(BatonSettings)
            ? Names(property.PropertyType, $"{property.Name}:")
            : [($"{before}{property.Name}", property.PropertyType)]
        select name;

    private static string NameOf(string key) =>
        $"BATON_{key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()}";

    private static string? FaultOf(string key, Type type, string? value)
    {
        var form = type == typeof(int)
            ? "a whole number"
            : type == typeof(bool) ? "true or false" : type == typeof(Uri) ? "an address" : null;
        return form is null || value is null || (value.Length > 0 && TypeDescriptor.GetConverter(type).IsValid(value))
            ? null
            : $"{NameOf(key)} must be {form}; it is '{value}'.";
    }

    private static IEnumerable<string> FaultsIn(BatonSettings settings) =>
    [
        .. OutOfRange(settings, ""), .. OutOfRange(settings.Limits, "LIMITS__"), .. OutOfRange(settings.Smtp, "SMTP__"),
        .. new[]
        {
            IsWeb(settings.Url) && settings.Url.PathAndQuery == "/"
                ? null
                : $"BATON_URL must be an http or https address without a path, such as http://localhost:5080; it is '{settings.Url}'.",
            settings.Listen is null || settings.Listen.Split(';').All(CanBeListenedTo)
                ? null
                : $"BATON_LISTEN must be an address without a path to listen at, such as http://127.0.0.1:5080; it is '{settings.Listen}'.",
            settings.Data.Trim().Length > 0 ? null : "BATON_DATA must be a folder.",
            FaultOfDatabase(settings.Database),
            settings.Telemetry.Length == 0
                || (Uri.TryCreate(settings.Telemetry, UriKind.Absolute, out var endpoint) && IsWeb(endpoint))
                ? null
                : $"BATON_TELEMETRY must be empty or an OTLP endpoint, such as http://localhost:4317; it is '{settings.Telemetry}'.",
            !settings.Smtp.Configured || settings.Smtp.From.Contains('@', StringComparison.Ordinal)
                ? null : "BATON_SMTP__FROM must be an address when BATON_SMTP__HOST is set.",
        }.OfType<string>(),
    ];

    private static IEnumerable<string> OutOfRange(object settings, string prefix)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
        return results.Select(r => $"BATON_{prefix}{r.MemberNames.First().ToUpperInvariant()}: {r.ErrorMessage}");
    }

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool CanBeListenedTo(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address.Trim());
            return parsed.Scheme is "http" or "https" && parsed.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // What stands in it is not repeated: it holds a password.
    private static string? FaultOfDatabase(string database)
    {
        if (database.Length == 0)
        {
            return null;
        }

        return database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? FaultOfPostgres(database)
            : "BATON_DATABASE must be empty (SQLite) or a PostgreSQL connection string, such as Host=localhost;Database=baton;Username=baton.";
    }

    // On its own, so that PostgreSQL's client is loaded by those alone who use it.
    private static string? FaultOfPostgres(string database)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(database);
            return null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            return "BATON_DATABASE is not a PostgreSQL connection string: a name in it is none of PostgreSQL's, or its value does not fit. "
                + "A value with ; or = in it stands in quotes.";
        }
    }
}
