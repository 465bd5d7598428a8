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
using Baton.Server.Kernel.Streams;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Baton.Server.Data;

/// <summary>
/// How each table is mapped. They are named one by one: to look through the program for them would load every type of
/// it, with all that these lean on, into the memory of a server that uses half of them.
/// </summary>
internal static class Tables
{
    public static void Map(ModelBuilder builder)
    {
        builder
            .ApplyConfiguration(new WorkspaceModel())
            .ApplyConfiguration(new PersonModel())
            .ApplyConfiguration(new SessionModel())
            .ApplyConfiguration(new MailedCodeModel());
        var identity = new IdentityModel();
        builder
            .ApplyConfiguration<IdentityUserClaim<Guid>>(identity)
            .ApplyConfiguration<IdentityUserLogin<Guid>>(identity)
            .ApplyConfiguration<IdentityUserToken<Guid>>(identity);
        builder.ApplyConfiguration(new SpaceModel()).ApplyConfiguration(new MembershipModel());
        builder.ApplyConfiguration(new AttachmentModel());
        builder
            .ApplyConfiguration(new MessageModel())
            .ApplyConfiguration(new MessageEditModel())
            .ApplyConfiguration(new ReactionModel());
        builder
            .ApplyConfiguration(new TopicModel())
            .ApplyConfiguration(new ClosureModel())
            .ApplyConfiguration(new TopicFollowerModel());
        builder
            .ApplyConfiguration(new TaskListModel())
            .ApplyConfiguration(new LabelModel())
            .ApplyConfiguration(new TaskItemModel())
            .ApplyConfiguration(new TaskAssigneeModel())
            .ApplyConfiguration(new TaskWatcherModel())
            .ApplyConfiguration(new TaskLabelModel())
            .ApplyConfiguration(new ChecklistItemModel());
        builder.ApplyConfiguration(new InvitationModel()).ApplyConfiguration(new InvitationUseModel());
        builder
            .ApplyConfiguration(new CalendarEntryModel())
            .ApplyConfiguration(new HolidayCalendarModel())
            .ApplyConfiguration(new CalendarFeedModel());
        builder
            .ApplyConfiguration(new EnvelopeModel())
            .ApplyConfiguration(new AddresseeModel())
            .ApplyConfiguration(new HearingModel())
            .ApplyConfiguration(new BatchModel())
            .ApplyConfiguration(new ChannelAttemptModel())
            .ApplyConfiguration(new BreakGlassModel())
            .ApplyConfiguration(new GlassPolicyModel())
            .ApplyConfiguration(new PushKeyModel())
            .ApplyConfiguration(new ZoneDataModel())
            .ApplyConfiguration(new PushSubscriptionModel());
        builder
            .ApplyConfiguration(new LedgerHeadModel())
            .ApplyConfiguration(new LedgerEntryModel())
            .ApplyConfiguration(new DayRootModel())
            .ApplyConfiguration(new IncidentModel());
        builder
            .ApplyConfiguration(new SpaceStreamModel())
            .ApplyConfiguration(new ChangeModel())
            .ApplyConfiguration(new JobModel());
    }
}
