using System.Buffers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Baton.Server.Kernel.Streams;

/// <summary>
/// A change as live feeds carry it: one event for all listeners, with the payload as it lies in the database.
/// </summary>
internal static class ChangeEvent
{
    public static SseItem<byte[]> Of(Change change, string id) => new(Write(change), "change") { EventId = id };

    private static byte[] Write(Change change)
    {
        var buffer = new ArrayBufferWriter<byte>(change.Payload.Length + 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("spaceId", change.SpaceId);
            json.WriteNumber("version", change.Version);
            json.WriteString("kind", change.Kind);
            json.WriteString("itemId", change.ItemId);
            if (change.ActorId is { } actor)
            {
                json.WriteString("actorId", actor);
            }
            else
            {
                json.WriteNull("actorId");
            }

            json.WriteString("at", change.At);
            json.WritePropertyName("payload");
            json.WriteRawValue(change.Payload, skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
