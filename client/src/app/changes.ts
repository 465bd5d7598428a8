// Each feature names its change kinds when its file is loaded; all are there before the first change is applied.
import "../features/spaces/spaceChanges";
import "../features/tasks/taskChanges";
import "../features/topics/topicChanges";
import "../features/messages/messageChanges";
import "../features/attention/asks/askChanges";
import "../features/attention/calendar/calendarChanges";
import "../features/attention/hearing/hearingChanges";
import "../features/attention/inbox/inboxChanges";
