using Baton.Server.Features.Accounts;
using Baton.Server.Features.Attachments;
using Baton.Server.Features.Attention.Asks;
using Baton.Server.Features.Attention.Calendars;
using Baton.Server.Features.Attention.Channels;
using Baton.Server.Features.Attention.Delivery;
using Baton.Server.Features.Attention.Glass;
using Baton.Server.Features.Attention.Hearings;
using Baton.Server.Features.Attention.Ledger;
using Baton.Server.Features.Joining;
using Baton.Server.Features.Messages;
using Baton.Server.Features.Spaces;
using Baton.Server.Features.Tasks;
using Baton.Server.Features.Tasks.Boards;
using Baton.Server.Features.Tasks.Checklists;
using Baton.Server.Features.Topics;
using Baton.Server.Kernel.Jobs;
using Baton.Server.Kernel.Streams;
using Baton.Server.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Baton.Server.Data;

/// <summary>
/// Every table on one page. One instance serves one request; rows, the changes announced and the jobs they cause are
/// one transaction, and the world hears of it only after the commit.
/// </summary>
public abstract class BatonDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    private readonly List<Announcement> _announced = [];
    private readonly List<(Guid SpaceId, Action<int> Give)> _numbers = [];
    private readonly List<LedgerAct> _recorded = [];
    private readonly List<FormattableString> _statements = [];
    private readonly List<Func<CancellationToken, Task>> _conditions = [];
    private readonly Provisos _provisos = new();
    private Commits? _commits;

    // Accounts
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<MailedCode> MailedCodes => Set<MailedCode>();

    // Spaces
    public DbSet<Space> Spaces => Set<Space>();

    public DbSet<Membership> Memberships => Set<Membership>();

    // Attachments
    public DbSet<Attachment> Attachments => Set<Attachment>();

    // Messages
    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MessageEdit> MessageEdits => Set<MessageEdit>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    // Topics
    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<TopicFollower> TopicFollowers => Set<TopicFollower>();

    // Tasks
    public DbSet<TaskList> Lists => Set<TaskList>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<TaskItem> Tasks => Set<TaskItem>();

    public DbSet<TaskAssignee> TaskAssignees => Set<TaskAssignee>();

    public DbSet<TaskWatcher> TaskWatchers => Set<TaskWatcher>();

    public DbSet<TaskLabel> TaskLabels => Set<TaskLabel>();

    public DbSet<ChecklistItem> ChecklistItems => Set<ChecklistItem>();

    // Joining
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<InvitationUse> InvitationUses => Set<InvitationUse>();

    // Attention
    public DbSet<CalendarEntry> CalendarEntries => Set<CalendarEntry>();

    public DbSet<HolidayCalendar> HolidayCalendars => Set<HolidayCalendar>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Envelope> Envelopes => Set<Envelope>();

    public DbSet<Addressee> Addressees => Set<Addressee>();

    public DbSet<Hearing> Hearings => Set<Hearing>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<ChannelAttempt> ChannelAttempts => Set<ChannelAttempt>();

    public DbSet<BreakGlass> BreakGlasses => Set<BreakGlass>();

    public DbSet<GlassPolicy> GlassPolicies => Set<GlassPolicy>();

    public DbSet<PushKey> PushKeys => Set<PushKey>();

    public DbSet<ZoneData> ZoneData => Set<ZoneData>();

    public DbSet<PushSubscription> PushSubscriptions => Set<PushSubscription>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<DayRoot> DayRoots => Set<DayRoot>();

    public DbSet<Incident> Incidents => Set<Incident>();

    // Kernel
    public DbSet<SpaceStream> Streams => Set<SpaceStream>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>Where this request's stream positions are collected for its answer; null outside a request.</summary>
    internal WrittenChanges? Written { get; private set; }

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Tells a space what happened, if and only if this unit of work commits.</summary>
    /// <param name="kind"><c>noun.pastTense</c>; see docs/changes.md.</param>
    /// <param name="payload">What a replica merges: a whole response, or an anonymous object with the id and the fields
    /// that changed.</param>
    public void Announce(Guid spaceId, string kind, Guid itemId, Guid? actorId, object payload) =>
        Announce(new Announcement(spaceId, kind, itemId, actorId, BeganAt: null, () => payload));

    /// <summary>
    /// Tells an item's space what happened to it. Every change of a message, a topic or a task is announced so: it
    /// carries when the item began, and is withheld from those who may not look back so far.
    /// </summary>
    public void Announce(ISpaceItem item, string kind, Guid? actorId, object payload) =>
        Announce(item, kind, actorId, () => payload);

    /// <summary>As above, for a payload that shows what only the transaction knows, such as a task's number.</summary>
    public void Announce(ISpaceItem item, string kind, Guid? actorId, Func<object> payload) =>
        Announce(new Announcement(item.SpaceId, kind, item.Id, actorId, item.BeganAt, payload));

    /// <summary>
    /// Enters what happened to somebody's item in their ledger, if and only if this unit of work commits.
    /// </summary>
    public void Record(LedgerAct act) => _recorded.Add(act);

    /// <summary>Has the transaction give the next number of a space's numbered items.</summary>
    public void TakeNumber(Guid spaceId, Action<int> give) => _numbers.Add((spaceId, give));

    /// <summary>
    /// Adds a statement to the transaction, after the rows: for what builds on what others commit meanwhile, such as a
    /// count.
    /// </summary>
    public void Also(FormattableString sql) => _statements.Add(sql);

    /// <summary>
    /// Has the transaction begin with a statement that may refuse all of it: a limit that holds however many ask at the
    /// same moment. It must take a row's lock (an update) before it counts.
    /// </summary>
    public void OnCondition(Func<CancellationToken, Task> statement) => _conditions.Add(statement);

    /// <summary>
    /// Has the transaction commit only if this condition, in SQL, still holds at its end: for a state that was looked
    /// at when the request was let through. If it does not, the request starts over and is answered as the state is
    /// now.
    /// </summary>
    public void Provided(FormattableString condition) => _provisos.Add(condition);

    /// <summary>
    /// Forgets everything loaded, changed and announced, so that a use case can run anew after a lost race.
    /// </summary>
    public void StartOver()
    {
        ChangeTracker.Clear();
        _announced.Clear();
        _recorded.Clear();
        _numbers.Clear();
        _statements.Clear();
        _conditions.Clear();
        _provisos.Clear();
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        _commits is { } commits
            ? commits.Save(this, cancellationToken)
            : throw new InvalidOperationException(
                "This database was not opened through its scope; see DatabaseServices.");

    // Only the framework's key ring saves like this.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();

    internal void Enter(Commits commits, WrittenChanges written)
    {
        StartOver();
        _commits = commits;
        Written = written;
    }

    /// <summary>
    /// The body of the transaction, on the context's current connection: numbers, rows, changes, ledger entries, then
    /// what all of it depends on.
    /// </summary>
    internal async Task<(int Rows, IReadOnlyList<Change> Changes)> Write(
        ChangeLog log, LedgerBook ledger, CancellationToken cancel)
    {
        var connection = Database.GetDbConnection();
        var transaction = Database.CurrentTransaction!.GetDbTransaction();
        foreach (var condition in _conditions)
        {
            await condition(cancel);
        }

        foreach (var (spaceId, give) in _numbers)
        {
            give(await ChangeLog.TakeNumber(spaceId, connection, transaction, cancel));
        }

        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancel);
        foreach (var statement in _statements)
        {
            await Database.ExecuteSqlAsync(statement, cancel);
        }

        var changes = await log.Append(_announced, connection, transaction, cancel);
        await ledger.Append(_recorded, connection, transaction, cancel);
        await _provisos.Require(connection, transaction, cancel);
        _announced.Clear();
        _recorded.Clear();
        _numbers.Clear();
        _statements.Clear();
        _conditions.Clear();
        _provisos.Clear();
        return (rows, changes);
    }

    private void Announce(Announcement announcement) => _announced.Add(announcement);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Tables.Map(builder);
        SnakeCase.Apply(builder);
    }
}

public sealed class SqliteBatonDb(DbContextOptions<SqliteBatonDb> options) : BatonDb(options);

public sealed class PostgresBatonDb(DbContextOptions<PostgresBatonDb> options) : BatonDb(options);
