using System.ComponentModel.DataAnnotations;

namespace Baton.Server.Kernel.Web;

/// <summary>
/// What whoever runs Baton may set: in <c>appsettings.json</c> (<c>Url</c>), the environment (<c>BATON_URL</c>) or the
/// command line (<c>--url</c>).
/// </summary>
public sealed class BatonSettings
{
    /// <summary>
    /// The address people use. Decides on which port the server listens, and whether cookies are marked secure.
    /// </summary>
    public Uri Url { get; set; } = new("http://localhost:5080");

    /// <summary>
    /// Where it listens, if that differs from <see cref="Url"/>, as it does behind a proxy:
    /// <c>http://127.0.0.1:5080</c>.
    /// </summary>
    public string? Listen { get; set; }

    /// <summary>The folder of the SQLite database and the blobs.</summary>
    public string Data { get; set; } = "./data";

    /// <summary>Empty: SQLite in <see cref="Data"/>. <c>Host=…</c>: PostgreSQL.</summary>
    public string Database { get; set; } = "";

    /// <summary>
    /// Brings the database to this build's model at start. False where several nodes share one: there <c>baton
    /// migrate</c> does it before.
    /// </summary>
    public bool Migrate { get; set; } = true;

    /// <summary>Megabytes that one attachment may have.</summary>
    [Range(1, 10_000)]
    public int MaxUploadMegabytes { get; set; } = 100;

    public long MaxUploadBytes => MaxUploadMegabytes * 1024L * 1024;

    public LimitSettings Limits { get; set; } = new();

    public SmtpSettings Smtp { get; set; } = new();

    /// <summary>Where OpenTelemetry goes (OTLP, such as <c>http://localhost:4317</c>); empty: nowhere.</summary>
    public string Telemetry { get; set; } = "";

    /// <summary>
    /// Hosts of the inner network that may be fetched from all the same, with commas: <c>calendar.team.example</c>.
    /// </summary>
    public string InnerHosts { get; set; } = "";

    /// <summary>
    /// A page's address with a code that only the browser sees: what stands behind <c>#</c> is in no server's log.
    /// </summary>
    public Uri LinkTo(string page, string code) => new(Url, $"/{page}#{code}");

    public string BlobFolder => Path.Combine(Data, "blobs");

    /// <summary>Path of the SQLite file; null on PostgreSQL.</summary>
    public string? SqlitePath => Database.Length == 0 ? Path.Combine(Data, "baton.db") : null;

    public sealed class LimitSettings
    {
        /// <summary>Requests a second that one person may make for long.</summary>
        [Range(1, 1_000_000)]
        public int RequestsPerSecond { get; set; } = 50;

        /// <summary>Requests one person may make at once.</summary>
        [Range(1, 1_000_000)]
        public int Burst { get; set; } = 400;

        /// <summary>Tries to sign in, join or reset a password that one address may make in a minute.</summary>
        [Range(1, 1_000_000)]
        public int SignInsPerMinute { get; set; } = 20;

        /// <summary>
        /// Tries at one account's password, or mails asked for to one address, in a quarter of an hour.
        /// </summary>
        [Range(1, 1_000_000)]
        public int TriesPerAccount { get; set; } = 10;

        /// <summary>Live feeds that one person may have open on a node. Beyond it the oldest is closed.</summary>
        [Range(1, 1_000_000)]
        public int FeedsPerPerson { get; set; } = 30;

        /// <summary>The same of one session, so that one browser cannot close those of all others.</summary>
        [Range(1, 1_000_000)]
        public int FeedsPerSession { get; set; } = 15;
    }

    public sealed class SmtpSettings
    {
        public string Host { get; set; } = "";

        [Range(1, 65535)]
        public int Port { get; set; } = 587;

        public string User { get; set; } = "";

        public string Password { get; set; } = "";

        /// <summary>The sender's address, such as <c>baton@team.example</c>.</summary>
        public string From { get; set; } = "";

        /// <summary>False for a server without TLS, such as one on the same machine.</summary>
        public bool Tls { get; set; } = true;

        public bool Configured => Host.Length > 0;
    }
}
